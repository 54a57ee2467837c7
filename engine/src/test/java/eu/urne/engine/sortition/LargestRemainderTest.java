package eu.urne.engine.sortition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void givesWhatIsLeftToTheLargestRemainders() {
        assertThat(LargestRemainder.seats(10, List.of(47_000L, 16_000L, 15_900L, 12_000L, 6_000L, 3_100L)))
                .containsExactly(5, 2, 1, 1, 1, 0);
    }

    @Test
    void givesTheEarlierOfEqualOnesTheSeat() {
        assertThat(LargestRemainder.seats(2, List.of(1L, 1L, 1L))).containsExactly(1, 1, 0);
    }

    @Test
    void countsWithGreatPopulationsExactly() {
        assertThat(LargestRemainder.seats(1_000, List.of(Long.MAX_VALUE, Long.MAX_VALUE)))
                .containsExactly(500, 500);
    }

    @Test
    void needsSomebody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LargestRemainder.seats(3, List.of(0L)))
                .withMessage("populations: at least one is above zero");
    }
}
