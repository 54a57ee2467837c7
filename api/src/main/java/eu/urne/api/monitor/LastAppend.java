package eu.urne.api.monitor;

import eu.urne.engine.store.StoreException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether the last append failed, and that a moment ago: a node that gets no more requests for it must be tried again.
 * That there was no room is no failure. Safe for use by many threads.
 */
final class LastAppend {

    private static final long MOMENT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final LongSupplier nanoTime;
    private volatile boolean failed;
    private volatile long failedAt;

    /** Of a server that has appended nothing, with the time of this clock. */
    LastAppend(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    void succeeded() {
        failed = false;
    }

    void failed(StoreException why) {
        if (!(why instanceof StoreException.Busy)) {
            failedAt = nanoTime.getAsLong();
            failed = true;
        }
    }

    /** Whether it failed in the last ten seconds. */
    boolean hasFailed() {
        return failed && nanoTime.getAsLong() - failedAt < MOMENT_NANOS;
    }
}
