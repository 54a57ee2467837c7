package eu.urne.engine.store;

import io.kurrent.dbclient.KurrentDBClient;
import io.kurrent.dbclient.Position;
import io.kurrent.dbclient.RecordedEvent;
import io.kurrent.dbclient.ResolvedEvent;
import io.kurrent.dbclient.SubscribeToAllOptions;
import io.kurrent.dbclient.Subscription;
import io.kurrent.dbclient.SubscriptionFilter;
import io.kurrent.dbclient.SubscriptionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the server delivers of our streams, in its order, again and again from where one is. A subscription that has
 * ended, or of which nothing is heard for long (the client does not tell of every end), is replaced by another one over
 * a connection of its own, which looks for the leader anew. Opened and read by one thread.
 */
final class Feed implements AutoCloseable {

    /** What came. */
    sealed interface Delivery {

        /** An event. */
        record Event(RecordedEvent event) implements Delivery {}

        /** Up to here there is nothing else of ours. */
        record Reached(Position position) implements Delivery {}
    }

    private record Numbered(long subscription, Delivery delivery) {}

    private static final int CAPACITY = 4_096;
    private static final int CHECKPOINT_EVERY = 1_024;
    private static final long FIRST_PAUSE_MS = 20;
    private static final long LONGEST_PAUSE_MS = 5_000;

    /** With nobody waiting, a server that has nothing to say is asked anew this often. */
    private static final long QUIET_MS = 30_000;

    private final EventStoreLink link;
    private final String filter;
    private final BlockingQueue<Numbered> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong current = new AtomicLong();
    private volatile boolean ended = true;
    private volatile boolean heard;
    private volatile long heardAt = System.nanoTime();
    private @Nullable KurrentDBClient client;
    private long pauseMs;

    /**
     * A feed, not open yet.
     *
     * @param filter regular expression of the streams' names
     */
    Feed(EventStoreLink link, String filter) {
        this.link = link;
        this.filter = filter;
    }

    /**
     * Takes what has come.
     *
     * @param position behind which a new subscription begins; null for the start
     * @param waitMs how long to wait for something
     * @param waitedFor whether somebody waits for something that must come
     */
    List<Delivery> take(@Nullable Position position, long waitMs, boolean waitedFor, int limit)
            throws InterruptedException {
        List<Delivery> taken = new ArrayList<>();
        Numbered first = queue.poll(waitMs, TimeUnit.MILLISECONDS);
        for (Numbered next = first; next != null; next = taken.size() < limit ? queue.poll() : null) {
            if (next.subscription == current.get()) {
                taken.add(next.delivery);
            }
        }
        if (!taken.isEmpty()) {
            pauseMs = 0;
        } else if (ended || isSilent(waitedFor)) {
            reopen(position);
        }
        return taken;
    }

    private boolean isSilent(boolean waitedFor) {
        long patienceMs = heard && !waitedFor ? QUIET_MS : link.deadlineMs();
        return System.nanoTime() - heardAt > TimeUnit.MILLISECONDS.toNanos(patienceMs);
    }

    /** Drops what has come, and begins again. */
    void reopen(@Nullable Position position) throws InterruptedException {
        long number = current.incrementAndGet();
        queue.clear();
        leave();
        if (pauseMs > 0) {
            queue.poll(pauseMs, TimeUnit.MILLISECONDS); // nothing comes: a pause that grows with each attempt in vain
        }
        pauseMs = Math.min(Math.max(2 * pauseMs, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
        heard = false;
        ended = false;
        heardAt = System.nanoTime();
        KurrentDBClient opened = link.another();
        client = opened;
        SubscriptionFilter ours = SubscriptionFilter.newBuilder()
                .withStreamNameRegularExpression(filter)
                .withMaxWindow(CHECKPOINT_EVERY)
                .withCheckpointer((subscription, reached) -> {
                    put(number, new Delivery.Reached(reached));
                    return CompletableFuture.completedFuture(null);
                })
                .build();
        SubscribeToAllOptions options = SubscribeToAllOptions.get().filter(ours);
        CompletableFuture<?> unused = opened.subscribeToAll(
                        new Listener(number), position == null ? options.fromStart() : options.fromPosition(position))
                .whenComplete((subscription, failure) -> {
                    if (failure != null) {
                        end(number);
                    }
                });
    }

    private void put(long number, Delivery delivery) {
        heard = true;
        heardAt = System.nanoTime();
        try {
            Numbered numbered = new Numbered(number, delivery);
            while (number == current.get() && !queue.offer(numbered, 100, TimeUnit.MILLISECONDS)) {
                heardAt = System.nanoTime(); // it is we who are slow
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(long number) {
        if (number == current.get()) {
            ended = true;
        }
    }

    private final class Listener extends SubscriptionListener {

        private final long number;

        private Listener(long number) {
            this.number = number;
        }

        @Override
        public void onConfirmation(Subscription subscription) {
            if (number == current.get()) {
                heard = true;
                heardAt = System.nanoTime();
            }
        }

        @Override
        public void onEvent(Subscription subscription, ResolvedEvent event) {
            put(number, new Delivery.Event(event.getOriginalEvent()));
        }

        @Override
        public void onCancelled(Subscription subscription, Throwable reason) {
            end(number);
        }
    }

    private void leave() {
        KurrentDBClient left = client;
        client = null;
        if (left != null) {
            CompletableFuture<?> unused = left.shutdown();
        }
    }

    @Override
    public void close() {
        current.incrementAndGet();
        leave();
    }
}
