package eu.urne.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One machine has one pace, whatever address it takes. */
class PaceTest {

    private final SetClock clock = new SetClock();
    private final Pace pace = new Pace(10, 2, clock);

    @Test
    void addressesOfOneNetworkCountTogether() {
        pace.add("2001:db8:1:2::1");
        pace.add("2001:db8:1:2:ffff::9");
        assertThat(pace.isTooFast("2001:db8:1:2::77")).isTrue();
        assertThat(pace.isTooFast("2001:db8:1:3::77")).isFalse();

        clock.add(60_000);
        assertThat(pace.isTooFast("2001:db8:1:2::77")).isFalse();
    }

    @Test
    void addressesOfTheOldKindCountForThemselves() {
        pace.add("192.0.2.1");
        pace.add("192.0.2.1");
        assertThat(pace.isTooFast("192.0.2.1")).isTrue();
        assertThat(pace.isTooFast("192.0.2.2")).isFalse();
    }

    @Test
    void aClockThatIsSetBackLocksNobodyOutForLong() {
        pace.add("192.0.2.1");
        pace.add("192.0.2.1");
        clock.add(-86_400_000);
        assertThat(pace.isTooFast("192.0.2.1")).isTrue();

        clock.add(60_000);
        assertThat(pace.isTooFast("192.0.2.1")).isFalse();
    }
}
