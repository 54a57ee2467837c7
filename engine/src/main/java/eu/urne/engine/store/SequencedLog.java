package eu.urne.engine.store;

import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.log.Receipt;
import eu.urne.engine.log.Signer;
import eu.urne.engine.log.VerifierKey;
import eu.urne.engine.store.LogReader.SizedNote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The public and the register log of an installation, in one order. When {@link #append} answers
 * {@link AppendResult.Appended}, the entries are durable, in the tree, and covered by a signed checkpoint, on every
 * store. Safe for use by many threads.
 */
public abstract class SequencedLog implements AutoCloseable {

    /** Name of the file with a node's replica of a log that EventStoreDB has. */
    private static final String REPLICA = "replica.db";

    private final LogReader reader;
    private final LogHeads heads;
    private volatile AppendObserver observer = AppendObserver.NONE;

    /** A log whose entries are read here and whose ends are these. */
    SequencedLog(LogReader reader, LogHeads heads) {
        this.reader = reader;
        this.heads = heads;
    }

    /**
     * Opens the logs of an installation, or creates them with their genesis.
     *
     * @param stores which store has them
     * @param file the database file, where the store has one in the node's data folder
     * @param signers one per log; must be those that the logs were created with
     * @param nowMs time of the genesis, milliseconds since the epoch
     * @param terms the terms of an entry from its sealed bytes, for stores where the verdict follows from the order
     * @throws StoreException in one sentence, if store, keys and checkpoints do not belong together
     */
    public static SequencedLog open(
            StoreSettings stores,
            Path file,
            Map<LogName, Signer> signers,
            long nowMs,
            Function<byte[], Guard.Terms> terms) {
        Path replica = file.resolveSibling(REPLICA);
        boolean isReplicated = stores instanceof StoreSettings.EventStoreDb;
        // a folder that says which store it is used with may have a log that a move to files has begun and left
        boolean isOther = isReplicated
                ? Files.exists(file) && !Files.exists(file.resolveSibling("store"))
                : Files.exists(replica);
        if (isOther) {
            throw new StoreException(
                    isReplicated
                            ? "the data folder has a log of its own, " + file
                                    + ": it does not go on in EventStoreDB unless" + " copied there"
                            : "the log of this data folder is in EventStoreDB, of which " + replica
                                    + " is a replica: it does not go on here unless copied here");
        }
        return switch (stores) {
            case StoreSettings.Sqlite sqlite -> open(file, signers, nowMs);
            case StoreSettings.Postgresql postgresql ->
                SqlLog.open(() -> PostgresLogDatabase.open(postgresql), signers, nowMs);
            case StoreSettings.EventStoreDb server -> EventStoreLog.open(server, replica, signers, nowMs, terms);
        };
    }

    /** Opens the logs of an SQLite file, or creates them: see the other. */
    public static SequencedLog open(Path file, Map<LogName, Signer> signers, long nowMs) {
        return SqlLog.open(() -> SqliteLogDatabase.open(file), signers, nowMs);
    }

    /**
     * Creates the logs of an SQLite file, which continue others that must not go on.
     *
     * @param replaces for each log the one that it continues
     * @throws StoreException in one sentence, if that cannot be done
     */
    public static SequencedLog create(
            Path file, Map<LogName, Signer> signers, long nowMs, Map<LogName, ReplacedLog> replaces) {
        return SqlLog.open(() -> SqliteLogDatabase.open(file), signers, nowMs, replaces);
    }

    /**
     * Appends entries, all or none, directly one behind another in each log. Blocks until the answer is final. An
     * append of nothing returns when this node has seen what every node had published before.
     *
     * @throws StoreException.Busy if too many wait; nothing was written
     * @throws StoreException if the store failed; whether the entries are in the log is unknown, a retry with the same
     *     ids tells
     */
    public abstract AppendResult append(List<PendingEntry> entries);

    /**
     * Lets something happen whenever entries may have come that another node has appended. It must be quick, and is
     * told in no particular thread.
     */
    public abstract void whenOthersAppend(Runnable told);

    /** Writes what waits, then closes the store. */
    @Override
    public abstract void close();

    /** Has somebody watch how appending goes from now on, in place of who did before. */
    public final void observe(AppendObserver watching) {
        observer = watching;
    }

    /** Who watches. */
    final AppendObserver observer() {
        return observer;
    }

    /** Has an append answered, and tells who watches how that went. */
    final AppendResult watched(Supplier<AppendResult> answered) {
        long begun = System.nanoTime();
        try {
            AppendResult result = answered.get();
            observer.appended(System.nanoTime() - begun);
            return result;
        } catch (StoreException e) {
            observer.failed(e);
            throw e;
        }
    }

    /** Appends that wait to be written by this node; 0 where none ever does. */
    public int waiting() {
        return 0;
    }

    final LogHeads heads() {
        return heads;
    }

    /** For reading entries, tiles and checkpoints. */
    public LogReader reader() {
        return reader;
    }

    /** Seals entries of that log with its key. */
    public EntryCodec codec(LogName log) {
        return heads.of(log).codec();
    }

    /** Public key of that log. */
    public VerifierKey verifierKey(LogName log) {
        return heads.of(log).signer().verifierKey();
    }

    /** The latest published checkpoint of that log that this node has heard of. */
    public SizedNote checkpoint(LogName log) {
        return heads.of(log).checkpoint();
    }

    /**
     * The latest checkpoint of that log that stands in the store, whichever node has published it: whoever asks one
     * node after the other never gets a smaller one than before. This node's tree has grown up to it.
     *
     * @throws StoreException if the store fails
     */
    public SizedNote latestCheckpoint(LogName log) {
        SizedNote latest = reader.lastCheckpoint(log).orElseGet(() -> checkpoint(log));
        upTo(log, latest.size());
        return latest;
    }

    /**
     * The receipt of an entry, by the first checkpoint that covers it: the same each time.
     *
     * @throws IllegalArgumentException if there is no such entry
     */
    public Receipt receipt(LogName log, long index) {
        SizedNote covering = reader.checkpointCovering(log, index + 1)
                .orElseThrow(() -> new IllegalArgumentException("no entry " + index + " in the log"));
        return upTo(log, covering.size()).receipt(index, covering);
    }

    /** The end of a log, grown to a tree that is published: another node may have published it a moment ago. */
    private LogHead upTo(LogName log, long size) {
        LogHead head = heads.of(log);
        if (head.checkpoint().size() < size) {
            append(List.of());
        }
        return head;
    }

    /**
     * The proof that the published tree begins with an older one (RFC 6962 §2.1.2).
     *
     * @param oldSize from 1 to {@code size}
     * @param size at most that of the latest checkpoint
     * @throws IllegalArgumentException if there are no such trees
     */
    public List<byte[]> consistencyProof(LogName log, long oldSize, long size) {
        return heads.of(log).consistencyProof(oldSize, size);
    }

    /**
     * The root of the tree of the first entries.
     *
     * @param size at most that of the latest checkpoint
     */
    public byte[] root(LogName log, long size) {
        return heads.of(log).root(size);
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
        return upTo(log, checkpoint.size()).receipt(index, checkpoint);
    }

    /**
     * One proof that many entries stand in the published tree of a size (docs/formats/evidence.md, "The proof").
     *
     * @param indexes ascending, below {@code size}; at least one
     * @param size of a tree that was published
     */
    public List<byte[]> inclusionProof(LogName log, long[] indexes, long size) {
        return heads.of(log).proof(indexes, size);
    }

    /**
     * A hash tile of the published tree.
     *
     * @throws IllegalArgumentException if the tree has no such tile of that width
     */
    public byte[] tile(LogName log, int level, long number, int width) {
        return heads.of(log).tile(level, number, width);
    }
}
