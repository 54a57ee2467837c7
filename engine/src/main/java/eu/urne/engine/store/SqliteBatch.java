package eu.urne.engine.store;

import eu.urne.engine.log.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch in an SQLite file: each question is a look into the file, which costs a microsecond or two. */
final class SqliteBatch implements BatchWriter {

    private final Connection connection;
    private PreparedStatement lastPosition;
    private PreparedStatement lastSeq;
    private PreparedStatement hasId;
    private PreparedStatement hasClaim;
    private PreparedStatement addClaim;
    private PreparedStatement addEntry;
    private PreparedStatement addTile;
    private PreparedStatement addCheckpoint;

    SqliteBatch(Connection connection) throws SQLException {
        this.connection = connection;
        prepare();
    }

    /**
     * Prepares the statements, anew after a failure: the driver does not promise that one which failed can be used
     * again.
     */
    private void prepare() throws SQLException {
        lastPosition = connection.prepareStatement("SELECT max(position) FROM entry");
        lastSeq = connection.prepareStatement("SELECT max(seq) FROM entry WHERE stream = ?");
        hasId = connection.prepareStatement("SELECT 1 FROM entry WHERE id = ?");
        hasClaim = connection.prepareStatement("SELECT 1 FROM claim WHERE claim = ?");
        addClaim = connection.prepareStatement("INSERT OR IGNORE INTO claim (claim) VALUES (?)");
        addEntry = connection.prepareStatement(
                "INSERT INTO entry (position, log, idx, stream, seq, id, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)");
        addTile = connection.prepareStatement("INSERT INTO tile (log, level, number, bytes) VALUES (?, ?, ?, ?)");
        addCheckpoint = connection.prepareStatement("INSERT INTO checkpoint (log, size, note) VALUES (?, ?, ?)");
    }

    @Override
    public long nextSeq(String stream) throws SQLException {
        lastSeq.setString(1, stream);
        try (ResultSet row = lastSeq.executeQuery()) {
            long last = row.getLong(1);
            return row.wasNull() ? 0 : last + 1;
        }
    }

    @Override
    public boolean hasId(UUID id) throws SQLException {
        return exists(hasId, LogReader.idBytes(id));
    }

    @Override
    public boolean isMade(Claim claim) throws SQLException {
        return exists(hasClaim, claim.bytes());
    }

    private static boolean exists(PreparedStatement statement, byte[] key) throws SQLException {
        statement.setBytes(1, key);
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    @Override
    public void make(Claim claim) throws SQLException {
        addClaim.setBytes(1, claim.bytes());
        addClaim.executeUpdate();
    }

    @Override
    public void insert(long position, LogName log, long index, Entry entry, byte[] sealed) throws SQLException {
        @Nullable String stream = entry.stream();
        addEntry.setLong(1, position);
        addEntry.setInt(2, log.code());
        addEntry.setLong(3, index);
        if (stream == null) {
            addEntry.setNull(4, java.sql.Types.VARCHAR);
            addEntry.setNull(5, java.sql.Types.BIGINT);
        } else {
            addEntry.setString(4, stream);
            addEntry.setLong(5, entry.seq());
        }
        addEntry.setBytes(6, LogReader.idBytes(entry.id()));
        addEntry.setBytes(7, sealed);
        addEntry.executeUpdate();
    }

    @Override
    public void insertTile(LogName log, int level, long number, byte[] bytes) {
        try {
            addTile.setInt(1, log.code());
            addTile.setInt(2, level);
            addTile.setLong(3, number);
            addTile.setBytes(4, bytes);
            addTile.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("a tile cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public void insertCheckpoint(LogName log, long size, String note) throws SQLException {
        addCheckpoint.setInt(1, log.code());
        addCheckpoint.setLong(2, size);
        addCheckpoint.setString(3, note);
        addCheckpoint.executeUpdate();
    }

    @Override
    public long begin(List<List<PendingEntry>> batch) throws SQLException {
        execute("BEGIN IMMEDIATE");
        try (ResultSet row = lastPosition.executeQuery()) {
            return row.getLong(1);
        }
    }

    @Override
    public void commit() throws SQLException {
        execute("COMMIT");
    }

    @Override
    public void rollback() throws SQLException {
        try {
            execute("ROLLBACK");
        } finally {
            prepare();
        }
    }

    private void execute(String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
