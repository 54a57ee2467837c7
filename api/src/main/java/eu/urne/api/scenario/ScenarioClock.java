package eu.urne.api.scenario;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of a server that plays a scenario: stands still until it is told to go on, and never goes back. */
public final class ScenarioClock extends Clock {

    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** A clock that stands at that moment. */
    public ScenarioClock(Instant start) {
        this(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    private ScenarioClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Goes on to a moment; stands where it is if that has passed. */
    public void advanceTo(Instant moment) {
        now.accumulateAndGet(moment, (before, next) -> next.isAfter(before) ? next : before);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, which goes on together with this one, in another time zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new ScenarioClock(now, other);
    }
}
