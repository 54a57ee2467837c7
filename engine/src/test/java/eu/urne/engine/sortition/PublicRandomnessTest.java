package eu.urne.engine.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.urne.engine.sortition.PublicRandomness.Dice;
import eu.urne.engine.sortition.PublicRandomness.Drand;
import eu.urne.engine.sortition.PublicRandomness.Lottery;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicRandomnessTest {

    private static final Lottery LOTO =
            new Lottery(List.of(new Lottery.Group(5, 1, 49), new Lottery.Group(1, 1, 10)), "Loto");
    private static final Drand DRAND = new Drand(TestDraws.hash("chain"), "a round of drand", 4_000_000);

    @ParameterizedTest
    @ValueSource(strings = {"3 14 22 31 47+8", "1 2 3 4 5+10"})
    void lotteryNumbersStandInOneForm(String value) {
        assertThatCode(() -> LOTO.check(value)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14 3 22 31 47+8",
                "3 3 22 31 47+8",
                "3 14 22 31+8",
                "3 14 22 31 47",
                "3 14 22 31 47+8+9",
                "3 14 22 31 50+8",
                "3 14 22 31 47+0",
                "03 14 22 31 47+8",
                "3  14 22 31 47+8",
                "3 14 22 31 47 +8",
                "3 14 22 31 47+8\n",
                ""
            })
    void otherFormsOfLotteryNumbersAreRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> LOTO.check(value)).withMessageStartingWith("values: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 2 3 4 5 6 7 1 2 3", "1 2 3", "1,2,3,4,5,6,1,2,3,4", "0 2 3 4 5 6 1 2 3 4", "x"})
    void otherFormsOfDiceAreRefused(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestDraws.DICE.getFirst().check(value))
                .withMessageStartingWith("values: ");
    }

    @Test
    void drandGives64LowerCaseHexDigits() {
        String hex = TestDraws.hash("round").hex();

        assertThatCode(() -> DRAND.check(hex)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> DRAND.check("A" + hex.substring(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> DRAND.check(hex.substring(1)));
    }

    @Test
    void thePossibilitiesAreCounted() {
        assertThat(LOTO.possibilities()).isEqualTo(19_068_840);
        assertThat(new Dice(3, "three", 6).possibilities()).isEqualTo(216);
    }

    @Test
    void threeDiceAreNotEnough() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawSpec.Strata.none(3, List.of(new Dice(3, "three", 6))))
                .withMessage("randomness: the sources have only 216 possible values together; at least 16777216"
                        + " are needed, so that nobody gains by choosing salts");
        assertThatCode(() -> DrawSpec.Strata.none(3, List.of(LOTO))).doesNotThrowAnyException();
    }

    @Test
    void exactlyEnoughIsEnough() {
        assertThatCode(() -> DrawSpec.Strata.none(3, List.of(new Dice(24, "coins", 2))))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawSpec.Strata.none(3, List.of(new Dice(23, "coins", 2))));
    }

    @Test
    void sourcesHaveDifferentNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawSpec.Strata.none(3, List.of(LOTO, LOTO)))
                .withMessage("randomness: two sources have the name \"Loto\"");
    }
}
