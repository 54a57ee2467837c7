package eu.urne.engine.store.trial;

import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What goes wrong on a trial server: armed one by one, or at random with a rate. */
public final class TrialFaults {

    /** What goes wrong with an append. */
    public enum AppendFault {
        /** The call fails before anything was written. */
        UNAVAILABLE_BEFORE,
        /** The write happens, the call fails. */
        UNAVAILABLE_AFTER,
        /** The write happens, no answer ever comes: the caller's deadline passes. */
        SILENT_AFTER,
        /** Nothing is written, no answer ever comes. */
        SILENT_BEFORE,
        /** The server gave up waiting for its replicas; the write happens nevertheless. */
        TIMEOUT_AFTER,
        /** Another node is the leader. */
        NOT_LEADER
    }

    /** What goes wrong with a delivery to a subscription. */
    public enum DeliveryFault {
        /** The subscription ends with an error. */
        DROP,
        /** The subscription is cancelled by the server, which the client does not report. */
        CANCEL,
        /** The events before are delivered again. */
        DUPLICATE,
        /** The delivery takes its time. */
        SLOW,
        /** Nothing is delivered any more, and nobody says so. */
        HANG
    }

    private final Queue<AppendFault> appends = new ConcurrentLinkedQueue<>();
    private final Queue<DeliveryFault> deliveries = new ConcurrentLinkedQueue<>();
    private final AtomicInteger fired = new AtomicInteger();
    private final Object randomLock = new Object();
    private @Nullable Random random;
    private int rateOf1000;

    TrialFaults() {}

    /** The next append meets this fault; several stand in a queue. */
    public void arm(AppendFault fault) {
        appends.add(fault);
    }

    /** The next delivery to any subscription meets this fault; several stand in a queue. */
    public void arm(DeliveryFault fault) {
        deliveries.add(fault);
    }

    /**
     * From now on faults come at random.
     *
     * @param perMille how many of a thousand appends, and of a thousand deliveries, meet one
     */
    public void atRandom(long seed, int perMille) {
        synchronized (randomLock) {
            random = new Random(seed);
            rateOf1000 = perMille;
        }
    }

    /** No further faults. */
    public void none() {
        appends.clear();
        deliveries.clear();
        synchronized (randomLock) {
            random = null;
        }
    }

    /** Number of faults so far. */
    public int fired() {
        return fired.get();
    }

    @Nullable
    AppendFault ofAppend() {
        return counted(next(appends, AppendFault.values()));
    }

    @Nullable
    DeliveryFault ofDelivery() {
        return counted(next(deliveries, DeliveryFault.values()));
    }

    private <T> @Nullable T counted(@Nullable T fault) {
        if (fault != null) {
            fired.incrementAndGet();
        }
        return fault;
    }

    private <T> @Nullable T next(Queue<T> armed, T[] kinds) {
        T fault = armed.poll();
        if (fault != null) {
            return fault;
        }
        synchronized (randomLock) {
            Random dice = random;
            return dice != null && dice.nextInt(1_000) < rateOf1000 ? kinds[dice.nextInt(kinds.length)] : null;
        }
    }
}
