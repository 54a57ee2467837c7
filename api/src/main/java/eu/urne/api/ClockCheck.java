package eu.urne.api;

import eu.urne.api.settings.Setting;
import eu.urne.api.settings.Settings;
import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader;
import eu.urne.engine.store.SequencedLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Compares the clock with the log. No verdict rests on a clock, but calendars do, and a log whose times go back by days
 * raises questions that nobody can answer later.
 */
public final class ClockCheck {

    private static final Duration SLACK = Duration.ofDays(1); // times of ballots are cut to the day

    private ClockCheck() {}

    /**
     * Refuses a clock that is far behind, unless that is off.
     *
     * @throws CannotStartException in one sentence
     */
    static void of(Settings settings, Clock clock, SequencedLog log) {
        if (settings.text(Setting.CLOCK_CHECK).equals("on")) {
            behind(log.reader(), clock.instant()).ifPresent(sentence -> {
                throw new CannotStartException(sentence);
            });
        }
    }

    /** In one sentence, how far a clock is behind the last entries; empty if it is not, or by less than a day. */
    public static Optional<String> behind(LogReader reader, Instant now) {
        Instant last = Instant.EPOCH;
        for (LogName log : LogName.values()) {
            long size = reader.size(log);
            if (size > 0) {
                byte[] sealed = reader.range(log, size - 1, 1).getFirst().sealed();
                Instant at = Instant.ofEpochMilli(EntryCodec.read(sealed).at());
                last = at.isAfter(last) ? at : last;
            }
        }
        if (!now.plus(SLACK).isBefore(last)) {
            return Optional.empty();
        }
        return Optional.of("the clock says " + now.truncatedTo(ChronoUnit.SECONDS) + ", and the log has an entry of "
                + last.truncatedTo(ChronoUnit.SECONDS)
                + ": set the clock right, or urne.clock.check=off if it is right and the log was played");
    }
}
