package eu.urne.api.rest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets. */
public final class MovableClock extends Clock {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private volatile Instant now;

    /** A clock that shows this moment. */
    public MovableClock(Instant now) {
        this.now = now;
    }

    /** Lets it show that moment. */
    public void set(Instant moment) {
        now = moment;
    }

    /** Midnight of a day in Paris. */
    public static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(PARIS).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the server's clock has no zone");
    }
}
