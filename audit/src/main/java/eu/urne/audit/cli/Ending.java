package eu.urne.audit.cli;

import eu.urne.audit.mirror.Pauses;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end that somebody asks for by SIGINT or SIGTERM: pauses are cut short, and what is under way may end by itself.
 */
final class Ending implements Pauses, AutoCloseable {
    private static final int GRACE_S = 5;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "shutdown");

    private Ending() {}

    static Ending onSignal() {
        Ending ending = new Ending();
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    private void ask() {
        asked.countDown();
        await(done, Duration.ofSeconds(GRACE_S));
    }

    @Override
    public boolean pause(Duration time) {
        return !await(asked, time);
    }

    /** Waits; whoever is interrupted is to end as well. */
    private static boolean await(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public boolean ended() {
        return asked.getCount() == 0;
    }

    @Override
    public void close() {
        done.countDown();
        if (!ended()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shutdownHasBegun) {
                asked.countDown();
            }
        }
    }
}
