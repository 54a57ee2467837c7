package eu.urne.engine.moving;

import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import java.util.List;
import java.util.Optional;

/**
 * All that a store has of both logs, in pages and in order, as it stood when the first page was asked for, whatever is
 * written meanwhile. Nothing is changed. Used by one thread.
 */
interface StoredLog extends AutoCloseable {

    /** The position of the last entry; 0 where there is none. */
    long lastPosition();

    /** Entries of both logs behind a position, by position, at most {@code limit}. */
    List<EntryRow> entries(long afterPosition, int limit);

    /** Signed notes of a log with more than that many entries, by size, at most {@code limit}. */
    List<SizedNote> checkpoints(LogName log, long afterSize, int limit);

    /** The signed note of a log with the most entries; empty where there is none. */
    Optional<SizedNote> lastCheckpoint(LogName log);

    /** A full tile; empty where there is none. */
    Optional<byte[]> tile(LogName log, int level, long number);

    /** Names of the full tiles of a log at a level from a number on, by number, at most {@code limit}. */
    List<Long> tiles(LogName log, int level, long fromNumber, int limit);

    /** The highest level of which there are tiles of a log; -1 where there are none. */
    int topLevel(LogName log);

    /** Claims behind one in the order of their bytes, 16 bytes each, at most {@code limit}. */
    List<byte[]> claims(byte[] after, int limit);

    /** A snapshot of an aggregate: its stream, and the number of the last event in it. */
    record Snapshot(String stream, long seq) {}

    /** Snapshots of streams behind a name, by name, at most {@code limit}. */
    List<Snapshot> snapshots(String after, int limit);

    /** What the database itself says of its state, one sentence for each fault. */
    List<Finding> ownFindings();

    @Override
    void close();
}
