package eu.urne.engine.store;

import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.Receipt;
import eu.urne.engine.log.Signer;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.store.LogReader.SizedNote;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The public and the register log in one store, written by one thread with group commit: whatever waits is committed
 * together, with one sync to disk. When {@link #append} answers {@link AppendResult.Appended}, the entries are durable,
 * in the tree, and covered by a signed checkpoint. Safe for use by many threads.
 */
public final class SequencedLog implements AutoCloseable {

    private static final int QUEUE_CAPACITY = 8_192;
    private static final int BATCH_APPENDS = 1_024;
    private static final int BATCH_ENTRIES = 4_096;
    private static final long QUEUE_TIMEOUT_MS = 5_000;

    private record Waiting(List<PendingEntry> entries, CompletableFuture<AppendResult> done) {}

    private final SqliteDatabase database;
    private final LogReader reader;
    private final Map<LogName, LogHead> heads = new EnumMap<>(LogName.class);
    private final LogWriter writer;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE_CAPACITY);
    private final Thread thread;
    private volatile boolean closed;

    private SequencedLog(SqliteDatabase database, Map<LogName, Signer> signers) throws SQLException {
        this.database = database;
        this.reader = new LogReader(database);
        BatchWriter sql = new BatchWriter(database.writer());
        signers.forEach((name, signer) -> heads.put(
                name,
                new LogHead(
                        name, signer, reader, (level, number, bytes) -> sql.insertTile(name, level, number, bytes))));
        this.writer = new LogWriter(sql, heads, reader);
        this.thread = Thread.ofPlatform().name("log-writer").daemon().unstarted(this::run);
    }

    /**
     * Opens the logs of a database file, or creates them with their genesis.
     *
     * @param file created where it does not exist
     * @param signers one per log; must be those that the logs were created with
     * @param nowMs time of the genesis, milliseconds since the epoch
     * @throws StoreException in one sentence, if file, keys and checkpoints do not belong together
     */
    public static SequencedLog open(Path file, Map<LogName, Signer> signers, long nowMs) {
        return open(file, signers, nowMs, UnaryOperator.identity());
    }

    static SequencedLog open(
            Path file, Map<LogName, Signer> signers, long nowMs, UnaryOperator<Connection> writerSeam) {
        SqliteDatabase database = SqliteDatabase.open(file, writerSeam);
        try {
            SequencedLog log = new SequencedLog(database, signers);
            log.thread.start();
            for (LogHead head : log.heads.values()) {
                if (head.checkpoint().size() == 0) {
                    log.append(List.of(head.genesis(nowMs)));
                }
            }
            return log;
        } catch (SQLException | RuntimeException e) {
            database.close();
            throw e instanceof StoreException known
                    ? known
                    : new StoreException("the log cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Appends entries, all or none, directly one behind another in each log. Blocks until the answer is final.
     *
     * @throws StoreException.Busy if too many wait; nothing was written
     * @throws StoreException if the store failed; whether the entries are in the log is unknown, a retry with the same
     *     ids tells
     */
    public AppendResult append(List<PendingEntry> entries) {
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
        try {
            List<AppendResult> results =
                    writer.commit(batch.stream().map(Waiting::entries).toList());
            for (int i = 0; i < results.size(); i++) {
                batch.get(i).done.complete(results.get(i));
            }
        } catch (RuntimeException | Error e) {
            batch.forEach(waiting -> waiting.done.completeExceptionally(e));
        }
    }

    /** For reading entries, tiles and checkpoints. */
    public LogReader reader() {
        return reader;
    }

    /** Seals entries of that log with its key. */
    public EntryCodec codec(LogName log) {
        return head(log).codec();
    }

    /** Public key of that log. */
    public VerifierKey verifierKey(LogName log) {
        return head(log).signer().verifierKey();
    }

    /** Latest published checkpoint of that log. */
    public SizedNote checkpoint(LogName log) {
        return head(log).checkpoint();
    }

    /**
     * The receipt of an entry, by the first checkpoint that covers it: the same each time.
     *
     * @throws IllegalArgumentException if there is no such entry
     */
    public Receipt receipt(LogName log, long index) {
        SizedNote covering = reader.checkpointCovering(log, index + 1)
                .orElseThrow(() -> new IllegalArgumentException("no entry " + index + " in the log"));
        return head(log).receipt(index, covering);
    }

    /**
     * The proof that the published tree begins with an older one (RFC 6962 §2.1.2).
     *
     * @param oldSize from 1 to {@code size}
     * @param size at most that of the latest checkpoint
     * @throws IllegalArgumentException if there are no such trees
     */
    public List<byte[]> consistencyProof(LogName log, long oldSize, long size) {
        return head(log).consistencyProof(oldSize, size);
    }

    /**
     * A receipt of an entry by a checkpoint of the log.
     *
     * @param checkpoint of more than {@code index} entries, with or without cosignatures
     * @throws IllegalArgumentException if there is no such entry in its tree
     */
    public Receipt receipt(LogName log, long index, SizedNote checkpoint) {
        if (index < 0 || index >= checkpoint.size()) {
            throw new IllegalArgumentException("no entry " + index + " in the log");
        }
        return head(log).receipt(index, checkpoint);
    }

    /**
     * One proof that many entries stand in the published tree of a size (docs/formats/evidence.md, "The proof").
     *
     * @param indexes ascending, below {@code size}; at least one
     * @param size of a tree that was published
     */
    public List<byte[]> inclusionProof(LogName log, long[] indexes, long size) {
        return head(log).proof(indexes, size);
    }

    /**
     * A hash tile of the published tree.
     *
     * @throws IllegalArgumentException if the tree has no such tile of that width
     */
    public byte[] tile(LogName log, int level, long number, int width) {
        return head(log).tile(level, number, width);
    }

    private LogHead head(LogName log) {
        LogHead head = heads.get(log);
        if (head == null) {
            throw new IllegalStateException("no log " + log);
        }
        return head;
    }

    /** Writes what waits, then closes the database. */
    @Override
    public void close() {
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
