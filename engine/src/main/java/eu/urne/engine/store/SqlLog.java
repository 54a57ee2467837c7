package eu.urne.engine.store;

import eu.urne.engine.log.Signer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The logs in an SQL database, written by one thread per node with group commit: whatever waits is committed together,
 * with one sync to disk.
 */
final class SqlLog extends SequencedLog {

    private static final int QUEUE_CAPACITY = 8_192;
    private static final int BATCH_APPENDS = 1_024;
    private static final int BATCH_ENTRIES = 4_096;
    private static final long QUEUE_TIMEOUT_MS = 5_000;

    private record Waiting(List<PendingEntry> entries, CompletableFuture<AppendResult> done) {}

    private final LogDatabase database;
    private final LogWriter writer;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final Thread thread;
    private volatile boolean closed;

    private SqlLog(LogDatabase database, LogReader reader, LogHeads heads) {
        super(reader, heads);
        this.database = database;
        this.writer = new LogWriter(database.writer(), heads);
        this.thread = Thread.ofPlatform().name("log-writer").daemon().unstarted(this::run);
    }

    /** Opens the logs of a database, or creates them: see {@link SequencedLog#open}. */
    static SequencedLog open(Supplier<LogDatabase> opening, Map<LogName, Signer> signers, long nowMs) {
        return open(opening, signers, nowMs, Map.of());
    }

    /** The same, of logs that continue others if they are created. */
    static SequencedLog open(
            Supplier<LogDatabase> opening,
            Map<LogName, Signer> signers,
            long nowMs,
            Map<LogName, ReplacedLog> replaces) {
        LogDatabase database = opening.get();
        try {
            LogReader reader = new LogReader(database);
            SqlLog log = new SqlLog(database, reader, new LogHeads(signers, reader, database.writer()));
            log.thread.start();
            for (LogHead head : log.heads().all()) {
                if (head.checkpoint().size() == 0) {
                    log.append(List.of(head.genesis(
                            nowMs,
                            Optional.ofNullable(replaces.get(head.name()))))); // in conflict, if another node was first
                }
            }
            database.listen(log::othersCommitted);
            return log;
        } catch (RuntimeException e) {
            database.close();
            throw e instanceof StoreException known
                    ? known
                    : new StoreException("the log cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public AppendResult append(List<PendingEntry> entries) {
        return watched(() -> placed(entries));
    }

    @Override
    public int waiting() {
        return queue.size();
    }

    private AppendResult placed(List<PendingEntry> entries) {
        Waiting waiting = new Waiting(entries, new CompletableFuture<>());
        try {
            if (closed) {
                throw new StoreException("the log is closed");
            }
            if (!queue.offer(waiting, QUEUE_TIMEOUT_MS, TimeUnit.MILLISECONDS)) {
                throw new StoreException.Busy(QUEUE_CAPACITY);
            }
            return waiting.done.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted before the append was queued", e);
        } catch (CompletionException e) {
            throw new StoreException(String.valueOf(e.getCause().getMessage()), e);
        }
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    collect(first, batch);
                    commit(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private void collect(Waiting first, List<Waiting> batch) {
        int entries = first.entries.size();
        batch.add(first);
        while (batch.size() < BATCH_APPENDS && entries < BATCH_ENTRIES) {
            Waiting next = queue.poll();
            if (next == null) {
                return;
            }
            batch.add(next);
            entries += next.entries.size();
        }
    }

    private void commit(List<Waiting> batch) {
        looking.set(false);
        try {
            List<AppendResult> results =
                    writer.commit(batch.stream().map(Waiting::entries).toList());
            observer().committed(batch.size());
            for (int i = 0; i < results.size(); i++) {
                batch.get(i).done.complete(results.get(i));
            }
            if (writer.hasSeenOthers()) {
                listeners.forEach(Runnable::run);
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(waiting -> waiting.done.completeExceptionally(e));
            listeners.forEach(Runnable::run); // what was read anew can hold what others have appended
        }
    }

    @Override
    public void whenOthersAppend(Runnable told) {
        listeners.add(told);
    }

    /** Another node has committed: an append of nothing lets the writer's thread look. */
    private void othersCommitted() {
        if (!looking.getAndSet(true) && !queue.offer(new Waiting(List.of(), new CompletableFuture<>()))) {
            looking.set(false); // whoever waits in a full queue makes the writer look
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.forEach(waiting -> waiting.done.completeExceptionally(new StoreException("the log is closed")));
        database.close();
    }
}
