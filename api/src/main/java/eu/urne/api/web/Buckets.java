package eu.urne.api.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bucket for each client, which holds what it may do in a minute and fills again steadily. A client is forgotten
 * within two minutes after its bucket is full again. Safe for use by many threads.
 */
final class Buckets {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_CLIENTS = 50_000;
    private static final String OTHERS = "";

    private final long perMinute;
    private final TimeMeter time;
    private final ConcurrentMap<String, Bucket> clients = new ConcurrentHashMap<>();
    private final AtomicLong tidiedNanos;

    /**
     * Full buckets.
     *
     * @param perMinute at least 1
     * @param time what they fill by
     */
    Buckets(long perMinute, TimeMeter time) {
        this.perMinute = perMinute;
        this.time = time;
        this.tidiedNanos = new AtomicLong(time.currentTimeNanos());
    }

    /** The bucket of a client. Where there are too many clients to tell apart, newcomers share one. */
    Bucket of(String client) {
        tidy();
        String known = clients.size() < MOST_CLIENTS || clients.containsKey(client) ? client : OTHERS;
        return clients.computeIfAbsent(known, each -> full());
    }

    /** A bucket of nobody's. */
    Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }

    /** Clients that are remembered. */
    int size() {
        return clients.size();
    }

    private void tidy() {
        long now = time.currentTimeNanos();
        long last = tidiedNanos.get();
        if (now - last >= MINUTE.toNanos() && tidiedNanos.compareAndSet(last, now)) {
            clients.values().removeIf(bucket -> bucket.getAvailableTokens() == perMinute);
        }
    }
}
