package eu.urne.engine.budget;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * When the phases of a budget begin: at midnight of a day, in the city's time zone.
 *
 * @param zone an id of the time zone database, such as {@code Europe/Paris}
 * @param begins a day for each phase, each later than that of the phase before
 */
public record Calendar(String zone, Map<Phase, LocalDate> begins) {

    /** Checks that every phase has its day, in order. */
    public Calendar {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("calendar: there is no time zone \"" + zone + "\"", e);
        }
        begins = new TreeMap<>(begins);
        for (Phase phase : Phase.values()) {
            LocalDate day = begins.get(phase);
            if (day == null) {
                throw new IllegalArgumentException("calendar: the day of " + phase + " is missing");
            }
            Optional<Phase> next = phase.next();
            LocalDate later = next.isPresent() ? begins.get(next.get()) : null;
            if (later != null && !day.isBefore(later)) {
                throw new IllegalArgumentException(
                        "calendar: " + next.get() + " must begin later than " + phase + ", not on " + later);
            }
        }
    }

    /** The day on which a phase begins. */
    public LocalDate day(Phase phase) {
        LocalDate day = begins.get(phase);
        if (day == null) {
            throw new IllegalStateException("a calendar has a day for " + phase);
        }
        return day;
    }

    /** The moment at which a phase begins, in milliseconds since the epoch. */
    public long beginMs(Phase phase) {
        return TimeUnit.SECONDS.toMillis(
                day(phase).atStartOfDay(ZoneId.of(zone)).toEpochSecond());
    }

    /** The same calendar with another day for one phase. */
    public Calendar moved(Phase phase, LocalDate day) {
        Map<Phase, LocalDate> days = new TreeMap<>(begins);
        days.put(phase, day);
        return new Calendar(zone, days);
    }
}
