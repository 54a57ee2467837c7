package eu.urne.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One machine has one pace, whatever address it takes. */
class PaceTest {

    private final Pace pace = new Pace(10, 2);

    @Test
    void addressesOfOneNetworkCountTogether() {
        pace.add("2001:db8:1:2::1", 0);
        pace.add("2001:db8:1:2:ffff::9", 1);
        assertThat(pace.isTooFast("2001:db8:1:2::77", 2)).isTrue();
        assertThat(pace.isTooFast("2001:db8:1:3::77", 2)).isFalse();
        assertThat(pace.isTooFast("2001:db8:1:2::77", 60_001)).isFalse();
    }

    @Test
    void addressesOfTheOldKindCountForThemselves() {
        pace.add("192.0.2.1", 0);
        pace.add("192.0.2.1", 0);
        assertThat(pace.isTooFast("192.0.2.1", 1)).isTrue();
        assertThat(pace.isTooFast("192.0.2.2", 1)).isFalse();
    }
}
