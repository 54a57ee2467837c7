package eu.urne.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever guesses codes is stopped, and stops few others. */
class WrongCodesTest {

    private final SetClock clock = new SetClock();
    private final WrongCodes wrong = new WrongCodes(clock);

    private void add(int addresses, int fromEach) {
        for (int address = 0; address < addresses; address++) {
            for (int code = 0; code < fromEach; code++) {
                wrong.add("10.0.0." + address);
            }
        }
    }

    @Test
    void whoGuessesFromOneAddressStopsThatOneOnly() {
        add(1, 100);

        assertThat(wrong.areTooMany("10.0.0.0")).isTrue();
        assertThat(wrong.areTooMany("10.0.0.1")).isFalse();
        clock.add(60_000);
        assertThat(wrong.areTooMany("10.0.0.0")).isFalse();
    }

    @Test
    void aThousandInAMinuteStopEverybody() {
        add(11, 90);
        assertThat(wrong.areTooMany("203.0.113.7")).isFalse();

        add(1, 10);

        assertThat(wrong.areTooMany("203.0.113.7")).isTrue();
    }
}
