package eu.urne.audit.verify;

import eu.urne.audit.UnreadableEvidenceException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Works on items in parallel and hands the results over in order. Only a few items are under way at any time. */
public final class Pipeline implements AutoCloseable {
    private static final int AHEAD = 2;

    private final ExecutorService workers;
    private final int window;

    /**
     * Starts workers.
     *
     * @param count number of threads, at least 1
     */
    public Pipeline(int count) {
        workers = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("audit-", 0).factory());
        window = count + AHEAD;
    }

    /**
     * Gives items until there are no more.
     *
     * @param <I> items
     */
    public interface Supply<I> {
        /**
         * Gives the next item, or empty when there are no more.
         *
         * @throws UnreadableEvidenceException if it cannot be read
         */
        Optional<I> next() throws UnreadableEvidenceException;
    }

    /**
     * What workers do.
     *
     * @param <I> items
     * @param <O> results
     */
    public interface Work<I, O> {
        /**
         * Works on an item, in any thread.
         *
         * @param item the item
         * @throws UnreadableEvidenceException if something cannot be read
         */
        O apply(I item) throws UnreadableEvidenceException;
    }

    /**
     * Takes results in the order of the items and tells whether to go on.
     *
     * @param <O> results
     */
    public interface Sink<O> {
        /**
         * Takes a result, in the thread that called.
         *
         * @param result the result
         * @return whether to go on
         * @throws UnreadableEvidenceException if something cannot be read
         */
        boolean accept(O result) throws UnreadableEvidenceException;
    }

    /**
     * Works on all items, or until the sink has had enough.
     *
     * @param <I> items
     * @param <O> results
     * @param supply gives the items
     * @param work is done by several threads
     * @param sink takes the results in order
     * @throws UnreadableEvidenceException the first that one of them throws
     */
    public <I, O> void run(Supply<I> supply, Work<I, O> work, Sink<O> sink) throws UnreadableEvidenceException {
        Queue<Future<O>> underWay = new ArrayDeque<>();
        try {
            boolean more = true;
            while (more || !underWay.isEmpty()) {
                while (more && underWay.size() < window) {
                    Optional<I> item = supply.next();
                    more = item.isPresent();
                    item.ifPresent(i -> underWay.add(workers.submit(() -> work.apply(i))));
                }
                Future<O> first = underWay.poll();
                if (first != null && !sink.accept(await(first))) {
                    return;
                }
            }
        } finally {
            underWay.forEach(future -> future.cancel(true));
        }
    }

    private static <O> O await(Future<O> future) throws UnreadableEvidenceException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof UnreadableEvidenceException unreadable) {
                throw unreadable;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreadableEvidenceException("reading was interrupted");
        }
    }

    /** Interrupts the workers and waits until they have ended. */
    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }
}
