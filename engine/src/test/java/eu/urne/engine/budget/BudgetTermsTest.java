package eu.urne.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.poll.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Terms of a budget that make no sense are refused, naming the field. */
class BudgetTermsTest {

    private static BudgetTerms terms(Money amount, List<Part> parts, List<Site> sites) {
        BudgetTerms good = TestBudgets.terms(true);
        return new BudgetTerms(
                good.budget(), good.title(), good.audience(), amount, parts, sites, good.calendar(), good.rules());
    }

    private static final Money AMOUNT = new Money(1_000_000, "EUR");
    private static final List<Site> SITES = List.of(new Site("a", "A"));

    @Test
    void partsAreTheAmount() {
        List<Part> parts = List.of(new Part("north", "Nord", 400_000), new Part("rest", "Commun", 600_001));

        assertThatThrownBy(() -> terms(AMOUNT, parts, SITES))
                .hasMessage("parts: they are 1000001 cents together, the amount is 1000000");
    }

    @Test
    void idsStandOnce() {
        List<Part> parts = List.of(new Part("a", "A", 500_000), new Part("a", "B", 500_000));
        List<Part> whole = List.of(new Part("a", "A", 1_000_000));

        assertThatThrownBy(() -> terms(AMOUNT, parts, SITES)).hasMessage("parts: the id a stands twice");
        assertThatThrownBy(() -> terms(AMOUNT, whole, List.of())).hasMessage("sites: 1 to 500 are possible, not 0");
    }

    @Test
    void amountOfNothingIsNoBudget() {
        assertThatThrownBy(() -> terms(new Money(0, "EUR"), List.of(), SITES))
                .hasMessage("amount: a budget has at least 1 cent");
        assertThatThrownBy(() -> new Part("a", "A", 0))
                .hasMessage("parts: the amount of a must be at least 1 cent, not 0");
    }

    @Test
    void calendarHasEveryPhaseInOrder() {
        Map<Phase, LocalDate> days = new TreeMap<>(TestBudgets.calendar().begins());
        days.remove(Phase.VOTE);

        assertThatThrownBy(() -> new Calendar("Europe/Paris", days)).hasMessage("calendar: the day of VOTE is missing");
        assertThatThrownBy(() ->
                        new Calendar("Europe/Nowhere", TestBudgets.calendar().begins()))
                .hasMessage("calendar: there is no time zone \"Europe/Nowhere\"");
    }

    @Test
    void phaseBeginsAtMidnightOfTheCityInWinterAndInSummer() {
        assertThat(TestBudgets.calendar().beginMs(Phase.KICK_OFF)).isEqualTo(1_768_172_400_000L); // 23:00 UTC
        assertThat(TestBudgets.calendar().beginMs(Phase.VOTE)).isEqualTo(1_776_031_200_000L); // 22:00 UTC
    }

    @Test
    void namesMayHaveAccentsApostrophesEmojiAndAnyScript() {
        for (String name : List.of("L'École d'à côté", "مركز", "Cabane 🛖", "日本")) {
            assertThat(new Site("a", name).name()).isEqualTo(name);
        }
        assertThatThrownBy(() -> new Site("a", "two\nlines"))
                .hasMessage("sites: the name of a must be one line of 1 to 200 characters");
    }
}
