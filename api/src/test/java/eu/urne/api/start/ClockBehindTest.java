package eu.urne.api.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.api.CannotStartException;
import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.settings.Setting;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clock that is far behind the log. */
class ClockBehindTest {

    private static final Instant GENESIS = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path folder;

    private Server at(Instant now, String check) {
        return Server.start(ServerSettings.local(folder)
                .with(Clock.fixed(now, ZoneOffset.UTC))
                .with(Map.of(Setting.CLOCK_CHECK, check)));
    }

    @BeforeEach
    void begin() {
        at(GENESIS, "on").close();
    }

    @Test
    void byMoreThanADayItIsRefused() {
        assertThatThrownBy(() -> at(GENESIS.minus(Duration.ofHours(25)), "on"))
                .isInstanceOf(CannotStartException.class)
                .hasMessage("the clock says 2026-02-28T11:00:00Z, and the log has an entry of 2026-03-01T12:00:00Z:"
                        + " set the clock right, or urne.clock.check=off if it is right and the log was played");
        at(GENESIS, "on").close();
    }

    @Test
    void byLessItIsNot() {
        try (Server server = at(GENESIS.minus(Duration.ofHours(23)), "on")) {
            assertThat(server.port()).isPositive();
        }
    }

    @Test
    void whereTheLogWasPlayedItIsNotCompared() {
        try (Server server = at(GENESIS.minus(Duration.ofDays(400)), "off")) {
            assertThat(server.port()).isPositive();
        }
    }
}
