package eu.urne.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;

/** Callers side by side, each of which waits for its answer before it calls again. */
final class Callers {

    private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final int DIGITS = 3;

    private Callers() {}

    /** What one of them does. */
    interface Call {
        void call() throws Exception;
    }

    /** Makes what a caller does, with what it has for itself. */
    interface Making {
        Call make() throws Exception;
    }

    /** How fast it went. */
    record Measured(double perSecond, Histogram latency) {

        /** Milliseconds within which so many of a hundred calls were answered. */
        double ms(double percentile) {
            return latency.getValueAtPercentile(percentile) / 1e6;
        }

        /** Median, p99 and p99.9 as cells of a table. */
        String cells() {
            return "%,.0f | %.2f | %.1f | %.1f".formatted(perSecond, ms(50), ms(99), ms(99.9));
        }
    }

    /** The heads of {@link Measured#cells()}. */
    static final String HEADS = "/s | p50 ms | p99 ms | p99.9 ms";

    /**
     * Measures so many callers for a time.
     *
     * @throws Exception the first that a call has thrown
     */
    static Measured measure(int callers, long ms, Making making) throws Exception {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            calls.add(making.make());
        }
        long start = System.nanoTime();
        long end = start + TimeUnit.MILLISECONDS.toNanos(ms);
        AtomicReference<Exception> failed = new AtomicReference<>();
        List<Histogram> histograms = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (Call call : calls) {
            Histogram own = new Histogram(HIGHEST_NANOS, DIGITS);
            histograms.add(own);
            threads.add(Thread.ofPlatform().start(() -> callUntil(end, call, own, failed)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (failed.get() != null) {
            throw failed.get();
        }
        Histogram all = new Histogram(HIGHEST_NANOS, DIGITS);
        histograms.forEach(all::add);
        return new Measured(all.getTotalCount() / seconds, all);
    }

    private static void callUntil(long end, Call call, Histogram own, AtomicReference<Exception> failed) {
        try {
            long before = System.nanoTime();
            while (before < end && failed.get() == null) {
                call.call();
                long after = System.nanoTime();
                own.recordValue(Math.min(HIGHEST_NANOS, after - before));
                before = after;
            }
        } catch (Exception e) {
            failed.compareAndSet(null, e);
        }
    }
}
