package eu.urne.api.trial;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass: that is what chance has chosen here, and nothing is waited for. */
final class Moment {

    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Moment() {}

    /**
     * Returns after so many milliseconds.
     *
     * @throws TrialException if the thread is interrupted
     */
    static void pass(long ms) {
        try {
            if (NEVER.await(ms, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts it down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrialException("interrupted", e);
        }
    }
}
