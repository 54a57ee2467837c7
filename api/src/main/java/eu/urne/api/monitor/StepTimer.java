package eu.urne.api.monitor;

import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/**
 * A timer that tells nothing of a single event: what it measures is shown when twenty have come together, all at once.
 * Twenty is what hides one voter elsewhere, too (docs/threat-model.md). Safe for use by many threads.
 */
final class StepTimer {

    /** So many are shown together. */
    static final int STEP = 20;

    private final Timer shown;
    private final long[] heldNanos = new long[STEP];
    private int held;

    StepTimer(Timer shown) {
        this.shown = shown;
    }

    /** Measures an event that took so long. */
    synchronized void record(long nanos) {
        heldNanos[held++] = nanos;
        if (held == STEP) {
            for (long each : heldNanos) {
                shown.record(each, TimeUnit.NANOSECONDS);
            }
            held = 0;
        }
    }
}
