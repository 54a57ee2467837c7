package eu.urne.projections.internal;

import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.eventhandling.TrackingEventProcessor;

/**
 * Axon's processor, which doubles its pause up to a minute while the database is away; this one does not, so that the
 * views go on within seconds when the database is back, however long that took.
 */
public final class ViewsProcessor extends TrackingEventProcessor {

    private static final long PAUSE_MS = 1_000;

    /** A processor as it is described, with Axon's defaults. */
    public ViewsProcessor(Builder described) {
        super(described);
    }

    @Override
    protected void doSleepFor(long millisToSleep, AtomicBoolean shouldNotSleep) {
        super.doSleepFor(Math.min(millisToSleep, PAUSE_MS), shouldNotSleep);
    }
}
