package eu.urne.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever guesses codes is stopped, and stops few others. */
class WrongCodesTest {

    private static final long NOW_MS = 1_790_000_000_000L;

    private final WrongCodes wrong = new WrongCodes();

    private void add(int addresses, int fromEach) {
        for (int address = 0; address < addresses; address++) {
            for (int code = 0; code < fromEach; code++) {
                wrong.add("10.0.0." + address, NOW_MS);
            }
        }
    }

    @Test
    void whoGuessesFromOneAddressStopsThatOneOnly() {
        add(1, 100);

        assertThat(wrong.areTooMany("10.0.0.0", NOW_MS)).isTrue();
        assertThat(wrong.areTooMany("10.0.0.1", NOW_MS)).isFalse();
        assertThat(wrong.areTooMany("10.0.0.0", NOW_MS + 60_000)).isFalse();
    }

    @Test
    void aThousandInAMinuteStopEverybody() {
        add(11, 90);
        assertThat(wrong.areTooMany("203.0.113.7", NOW_MS)).isFalse();

        add(1, 10);

        assertThat(wrong.areTooMany("203.0.113.7", NOW_MS)).isTrue();
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOut() {
        add(10, 100);

        assertThat(wrong.areTooMany("10.0.0.1", NOW_MS - 86_400_000)).isFalse();
    }
}
