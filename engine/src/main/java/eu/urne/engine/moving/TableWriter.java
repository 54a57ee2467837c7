package eu.urne.engine.moving;

import eu.urne.engine.store.Claim;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.LogTables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Collection;
import java.util.List;

/** Fills the tables of a log, below its one writer: for tools that have the store to themselves. */
final class TableWriter implements AutoCloseable {

    private final Connection connection;
    private final boolean postgresql;
    private final PreparedStatement addEntry;
    private final PreparedStatement addClaim;
    private final PreparedStatement addTile;
    private final PreparedStatement addCheckpoint;

    /** Writes on this connection, which is not closed with it and commits when told to. */
    TableWriter(LogTables tables, Connection connection) throws SQLException {
        this.connection = connection;
        this.postgresql = tables.isPostgresql();
        addEntry = connection.prepareStatement(
                "INSERT INTO entry (position, log, idx, stream, seq, id, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)");
        addClaim = connection.prepareStatement("INSERT INTO claim (claim) VALUES (?) ON CONFLICT DO NOTHING");
        addTile = connection.prepareStatement("INSERT INTO tile (log, level, number, bytes) VALUES (?, ?, ?, ?)");
        addCheckpoint = connection.prepareStatement("INSERT INTO checkpoint (log, size, note) VALUES (?, ?, ?)");
    }

    void entries(List<EntryRow> rows) throws SQLException {
        for (EntryRow row : rows) {
            addEntry.setLong(1, row.position());
            addEntry.setInt(2, row.log().code());
            addEntry.setLong(3, row.index());
            addEntry.setString(4, row.stream());
            if (row.seq() == null) {
                addEntry.setNull(5, Types.BIGINT);
            } else {
                addEntry.setLong(5, row.seq());
            }
            addEntry.setBytes(6, row.id());
            addEntry.setBytes(7, row.sealed());
            addEntry.addBatch();
        }
        addEntry.executeBatch();
    }

    void claims(Collection<Claim> claims) throws SQLException {
        for (Claim claim : claims) {
            addClaim.setBytes(1, claim.bytes());
            addClaim.addBatch();
        }
        addClaim.executeBatch();
    }

    void tiles(List<TileRow> tiles) throws SQLException {
        for (TileRow tile : tiles) {
            addTile.setInt(1, tile.log().code());
            addTile.setInt(2, tile.level());
            addTile.setLong(3, tile.number());
            addTile.setBytes(4, tile.bytes());
            addTile.addBatch();
        }
        addTile.executeBatch();
    }

    void checkpoints(LogName log, List<SizedNote> notes) throws SQLException {
        for (SizedNote note : notes) {
            addCheckpoint.setInt(1, log.code());
            addCheckpoint.setLong(2, note.size());
            addCheckpoint.setString(3, note.note());
            addCheckpoint.addBatch();
        }
        addCheckpoint.executeBatch();
    }

    /** Deletes all that follows from the entries. */
    void forgetWhatFollows() throws SQLException {
        execute("DELETE FROM tile");
        execute("DELETE FROM claim");
        execute("DELETE FROM snapshot");
        if (postgresql) {
            execute("DELETE FROM head");
            execute("INSERT INTO head (one, position) SELECT TRUE, coalesce(max(position), 0) FROM entry");
        }
    }

    /**
     * Takes the lock of the log, where others could write it, and moves its head.
     *
     * @return false if the head is not where it is known to be: then others have written
     */
    boolean moveHead(long from, long to) throws SQLException {
        if (!postgresql) {
            return true;
        }
        try (PreparedStatement move = connection.prepareStatement("UPDATE head SET position = ? WHERE position = ?")) {
            move.setLong(1, to);
            move.setLong(2, from);
            return move.executeUpdate() == 1;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        addEntry.close();
        addClaim.close();
        addTile.close();
        addCheckpoint.close();
    }
}
