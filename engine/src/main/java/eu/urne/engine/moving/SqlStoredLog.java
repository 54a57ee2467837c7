package eu.urne.engine.moving;

import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The log in an SQL database, read in one transaction. */
final class SqlStoredLog implements StoredLog {

    private final String place;
    private final boolean postgresql;
    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** Reads on this connection, which is closed with it. */
    SqlStoredLog(LogTables tables, Connection connection) {
        this.place = tables.place();
        this.postgresql = tables.isPostgresql();
        this.connection = connection;
    }

    /**
     * Opens a view of the tables.
     *
     * @throws StoreException in one sentence, if there is no log
     */
    static StoredLog open(LogTables tables) {
        try {
            SqlStoredLog log = new SqlStoredLog(tables, tables.snapshot());
            try {
                log.lastPosition();
                return log;
            } catch (StoreException e) {
                log.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("the log in " + tables.place() + " cannot be read: " + OneLine.of(e), e);
        }
    }

    @Override
    public long lastPosition() {
        return first("SELECT max(position) FROM entry", row -> row.getLong(1)).orElse(0L);
    }

    @Override
    public List<EntryRow> entries(long afterPosition, int limit) {
        return all("""
                SELECT position, log, idx, stream, seq, id, bytes FROM entry
                WHERE position > ? ORDER BY position LIMIT ?""", SqlStoredLog::entry, afterPosition, limit);
    }

    private static EntryRow entry(ResultSet row) throws SQLException {
        long seq = row.getLong(5);
        return new EntryRow(
                row.getLong(1),
                LogName.ofCode(row.getInt(2)),
                row.getLong(3),
                row.getString(4),
                row.getObject(5) == null ? null : seq,
                bytes(row, 6),
                bytes(row, 7));
    }

    /** A damaged database may have anything in a column. */
    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    @Override
    public List<SizedNote> checkpoints(LogName log, long afterSize, int limit) {
        return all(
                "SELECT size, note FROM checkpoint WHERE log = ? AND size > ? ORDER BY size LIMIT ?",
                row -> new SizedNote(row.getLong(1), row.getString(2)),
                log.code(),
                afterSize,
                limit);
    }

    @Override
    public Optional<SizedNote> lastCheckpoint(LogName log) {
        return first(
                "SELECT size, note FROM checkpoint WHERE log = ? ORDER BY size DESC LIMIT 1",
                row -> new SizedNote(row.getLong(1), row.getString(2)),
                log.code());
    }

    @Override
    public Optional<byte[]> tile(LogName log, int level, long number) {
        return first(
                "SELECT bytes FROM tile WHERE log = ? AND level = ? AND number = ?",
                row -> bytes(row, 1),
                log.code(),
                level,
                number);
    }

    @Override
    public List<Long> tiles(LogName log, int level, long fromNumber, int limit) {
        return all(
                "SELECT number FROM tile WHERE log = ? AND level = ? AND number >= ? ORDER BY number LIMIT ?",
                row -> row.getLong(1),
                log.code(),
                level,
                fromNumber,
                limit);
    }

    @Override
    public int topLevel(LogName log) {
        return first("SELECT coalesce(max(level), -1) FROM tile WHERE log = ?", row -> row.getInt(1), log.code())
                .orElse(-1);
    }

    @Override
    public List<byte[]> claims(byte[] after, int limit) {
        return all(
                "SELECT claim FROM claim WHERE claim > ? ORDER BY claim LIMIT ?", row -> bytes(row, 1), after, limit);
    }

    @Override
    public List<Snapshot> snapshots(String after, int limit) {
        return all(
                "SELECT stream, seq FROM snapshot WHERE stream > ? ORDER BY stream LIMIT ?",
                row -> new Snapshot(row.getString(1), row.getLong(2)),
                after,
                limit);
    }

    @Override
    public List<Finding> ownFindings() {
        List<Finding> findings = new ArrayList<>();
        if (postgresql) {
            List<Long> heads = all("SELECT position FROM head", row -> row.getLong(1));
            if (!heads.equals(List.of(lastPosition()))) {
                findings.add(new Finding(
                        Finding.Kind.HEAD,
                        "the table head tells of the position " + heads + ", the last entry is at " + lastPosition()));
            }
            return findings;
        }
        for (String line : all("PRAGMA integrity_check(20)", row -> row.getString(1))) {
            if (!line.equals("ok")) {
                findings.add(new Finding(Finding.Kind.DATABASE, "SQLite finds the file damaged: " + line));
            }
        }
        return findings;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return all(sql, reader, parameters).stream().findFirst();
    }

    private <T> List<T> all(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try {
            PreparedStatement statement = statements.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                statements.put(sql, statement);
            }
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new StoreException("the log in " + place + " cannot be read: " + OneLine.of(e), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("the log in " + place + " cannot be closed: " + OneLine.of(e), e);
        }
    }
}
