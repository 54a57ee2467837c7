package eu.urne.engine.store;

import eu.urne.engine.log.Entry;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The transaction in which a batch of appends is placed, one after another; what is asked of it includes what the batch
 * itself has written. Used by the writer's thread only.
 */
interface BatchWriter {

    /**
     * Begins, and takes the write lock of the log.
     *
     * @param batch what is to be placed, for looking up together what will be asked
     * @return the position of the last entry; whoever knows of fewer has to read what another node wrote
     */
    long begin(List<List<PendingEntry>> batch) throws SQLException;

    /** The next number of a stream: 0 for a new one. */
    long nextSeq(String stream) throws SQLException;

    /** Whether an entry with this id is there. */
    boolean hasId(UUID id) throws SQLException;

    /** Whether the claim is made. */
    boolean isMade(Claim claim) throws SQLException;

    /** Makes a claim, if it is not made already. */
    void make(Claim claim) throws SQLException;

    /** Puts an entry in its place. */
    void insert(long position, LogName log, long index, Entry entry, byte[] sealed) throws SQLException;

    /** Keeps a full tile. */
    void insertTile(LogName log, int level, long number, byte[] bytes);

    /** Keeps a signed checkpoint. */
    void insertCheckpoint(LogName log, long size, String note) throws SQLException;

    /** When it returns, the transaction is durable. */
    void commit() throws SQLException;

    /** Gives up the transaction under way, if there is one, and is ready for the next. */
    void rollback() throws SQLException;
}
