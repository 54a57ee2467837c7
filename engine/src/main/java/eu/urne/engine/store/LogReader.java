package eu.urne.engine.store;

import eu.urne.engine.log.TileStore;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything that is read from the log's database. Sees committed entries only; safe for use by many threads. */
public final class LogReader {

    private static final String COLUMNS = "SELECT position, log, idx, bytes FROM entry ";

    private final LogDatabase database;
    private volatile boolean hasSnapshots;

    LogReader(LogDatabase database) {
        this.database = database;
        this.hasSnapshots = number("SELECT 1 FROM snapshot LIMIT 1").isPresent();
    }

    /** Entries of a stream from a number on, in order, at most {@code limit}. */
    public List<StoredEntry> stream(String stream, long fromSeq, int limit) {
        return entries(COLUMNS + "WHERE stream = ? AND seq >= ? ORDER BY seq LIMIT ?", stream, fromSeq, limit);
    }

    /**
     * Entries of both logs behind a position, without those about the logs themselves, in order, at most {@code limit}.
     */
    public List<StoredEntry> eventsAfter(long position, int limit) {
        return entries(COLUMNS + """
                WHERE position > ? AND (stream IS NULL OR stream NOT IN ('log/public', 'log/register'))
                ORDER BY position LIMIT ?""", position, limit);
    }

    /**
     * Index of the first entry of a log behind a position, without those about the logs themselves; empty if none is.
     */
    public OptionalLong firstEventAfter(LogName log, long position) {
        return number("""
                SELECT idx FROM entry
                WHERE position > ? AND log = ? AND (stream IS NULL OR stream NOT IN ('log/public', 'log/register'))
                ORDER BY position LIMIT 1""", position, log.code());
    }

    /**
     * The position before the first entry that was told to be of this time or later; the last one where there is none.
     * Reads the whole log.
     */
    public long positionBefore(long atMs) {
        return number("SELECT min(position) - 1 FROM entry WHERE " + database.field("at") + " >= ?", atMs)
                .orElseGet(this::lastPosition);
    }

    /** Entries of one log with indexes from {@code from} on, in order, at most {@code limit}. */
    public List<StoredEntry> range(LogName log, long from, int limit) {
        return entries(COLUMNS + "WHERE log = ? AND idx >= ? ORDER BY idx LIMIT ?", log.code(), from, limit);
    }

    /**
     * Indexes of the entries of a log that belong to some streams, ascending.
     *
     * @param size below which they stand
     * @param streams whole names
     * @param prefixes of further names, each ending in {@code /}
     */
    public long[] indexes(LogName log, long size, List<String> streams, List<String> prefixes) {
        String named = "?, ".repeat(streams.size() - 1) + "?";
        List<Object> parameters = new ArrayList<>(List.of(log.code(), size));
        parameters.addAll(streams);
        for (String prefix : prefixes) {
            parameters.add(prefix);
            parameters.add(prefix.substring(0, prefix.length() - 1) + (char) ('/' + 1));
        }
        return query(
                        "SELECT idx FROM entry WHERE log = ? AND idx < ? AND (stream IN (" + named + ")"
                                + " OR (stream > ? AND stream < ?)".repeat(prefixes.size()) + ") ORDER BY idx",
                        row -> row.getLong(1),
                        parameters.toArray())
                .stream()
                .mapToLong(Long::longValue)
                .toArray();
    }

    /**
     * Names of all streams with a prefix.
     *
     * @param prefix ending in {@code /}
     */
    public List<String> streams(String prefix) {
        return query(
                "SELECT DISTINCT stream FROM entry WHERE stream > ? AND stream < ? ORDER BY stream",
                row -> row.getString(1),
                prefix,
                prefix.substring(0, prefix.length() - 1) + (char) ('/' + 1));
    }

    /** Index in its log of the first event of a type in a stream; empty where there is none. */
    public OptionalLong indexOf(String stream, String type) {
        return number(
                "SELECT min(idx) FROM entry WHERE stream = ? AND " + database.field("type") + " = ?", stream, type);
    }

    /** The entry with that id. */
    public Optional<StoredEntry> byId(UUID id) {
        return entries(COLUMNS + "WHERE id = ?", (Object) idBytes(id)).stream().findFirst();
    }

    /** The entry at that position. */
    public Optional<StoredEntry> at(long position) {
        return entries(COLUMNS + "WHERE position = ?", position).stream().findFirst();
    }

    /** Number of the last event of a stream; empty where there is none. */
    public OptionalLong lastSeq(String stream) {
        return number("SELECT max(seq) FROM entry WHERE stream = ?", stream);
    }

    /** Number of streams whose name begins with the prefix and that have an event with that number. */
    public long countStreams(String prefix, long seq) {
        return number(
                        "SELECT count(*) FROM entry WHERE stream >= ? AND stream < ? AND seq = ?",
                        prefix,
                        prefix + "\uffff",
                        seq)
                .orElse(0);
    }

    /** The streams whose name begins with the prefix, each with the number of its last event. */
    public Map<String, Long> lastSeqs(String prefix) {
        Map<String, Long> all = new TreeMap<>();
        query(
                "SELECT stream, max(seq) FROM entry WHERE stream >= ? AND stream < ? GROUP BY stream",
                row -> all.put(row.getString(1), row.getLong(2)),
                prefix,
                prefix + "\uffff");
        return all;
    }

    /** Number of streams whose name begins with the prefix and whose first event has this type. */
    public long countStreams(String prefix, String firstType) {
        String type = database.field("type");
        return number(
                        "SELECT count(*) FROM entry WHERE stream >= ? AND stream < ? AND seq = 0 AND " + type + " = ?",
                        prefix,
                        prefix + "\uffff",
                        firstType)
                .orElse(0);
    }

    /** Entries of a type in all streams whose name begins with the prefix. Looks at each entry of these streams. */
    public List<StoredEntry> ofType(String prefix, String type) {
        return entries(COLUMNS + """
                WHERE stream >= ? AND stream < ? AND %s = ?
                ORDER BY position""".formatted(database.field("type")), prefix, prefix + "\uffff", type);
    }

    /** The position of the last entry; 0 where there is none. */
    public long lastPosition() {
        return number("SELECT max(position) FROM entry").orElse(0);
    }

    /** Number of entries of a log. */
    public long size(LogName log) {
        return number("SELECT max(idx) + 1 FROM entry WHERE log = ?", log.code())
                .orElse(0);
    }

    /** The position of an entry of a log. */
    public OptionalLong position(LogName log, long index) {
        return number("SELECT position FROM entry WHERE log = ? AND idx = ?", log.code(), index);
    }

    /** The signed note with the smallest tree that holds the first {@code size} entries. */
    public Optional<SizedNote> checkpointCovering(LogName log, long size) {
        return query(
                        "SELECT size, note FROM checkpoint WHERE log = ? AND size >= ? ORDER BY size LIMIT 1",
                        row -> new SizedNote(row.getLong(1), row.getString(2)),
                        log.code(),
                        size)
                .stream()
                .findFirst();
    }

    /** The signed note with the largest tree. */
    Optional<SizedNote> lastCheckpoint(LogName log) {
        return query(
                        "SELECT size, note FROM checkpoint WHERE log = ? ORDER BY size DESC LIMIT 1",
                        row -> new SizedNote(row.getLong(1), row.getString(2)),
                        log.code())
                .stream()
                .findFirst();
    }

    /** Signed notes by size from {@code fromSize} on, at most {@code limit}. */
    public List<SizedNote> checkpoints(LogName log, long fromSize, int limit) {
        return query(
                "SELECT size, note FROM checkpoint WHERE log = ? AND size >= ? ORDER BY size LIMIT ?",
                row -> new SizedNote(row.getLong(1), row.getString(2)),
                log.code(),
                fromSize,
                limit);
    }

    /**
     * A checkpoint.
     *
     * @param size of its tree
     * @param note signed, as text
     */
    public record SizedNote(long size, String note) {}

    /** The latest snapshot of a stream; looked for only where there ever was one of any stream. */
    Optional<byte[]> snapshot(String stream) {
        if (!hasSnapshots) {
            return Optional.empty();
        }
        return query("SELECT bytes FROM snapshot WHERE stream = ?", row -> row.getBytes(1), stream).stream()
                .findFirst();
    }

    void storeSnapshot(String stream, long seq, byte[] bytes) {
        hasSnapshots = true;
        Object[] row = {stream, seq, bytes};
        with("""
                INSERT INTO snapshot (stream, seq, bytes) VALUES (?, ?, ?)
                ON CONFLICT (stream) DO UPDATE SET seq = excluded.seq, bytes = excluded.bytes
                WHERE excluded.seq >= snapshot.seq""", row, PreparedStatement::executeUpdate);
    }

    /** Where full tiles are put, within the transaction that fills them. */
    interface TileSink {
        void write(int level, long number, byte[] bytes);
    }

    TileStore tiles(LogName log, TileSink sink) {
        return new TileStore() {
            @Override
            public byte[] read(int level, long number) {
                return query(
                                "SELECT bytes FROM tile WHERE log = ? AND level = ? AND number = ?",
                                row -> row.getBytes(1),
                                log.code(),
                                level,
                                number)
                        .stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new StoreException("tile " + level + "/" + number + " is missing in the database"));
            }

            @Override
            public void write(int level, long number, byte[] bytes) {
                sink.write(level, number, bytes);
            }
        };
    }

    private List<StoredEntry> entries(String sql, Object... parameters) {
        return query(
                sql,
                row -> new StoredEntry(row.getLong(1), LogName.ofCode(row.getInt(2)), row.getLong(3), row.getBytes(4)),
                parameters);
    }

    private OptionalLong number(String sql, Object... parameters) {
        List<@Nullable Long> found = query(
                sql,
                row -> {
                    long value = row.getLong(1);
                    return row.wasNull() ? null : value;
                },
                parameters);
        Long value = found.isEmpty() ? null : found.getFirst();
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private interface RowReader<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    private <T extends @Nullable Object> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        return with(sql, parameters, statement -> {
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(reader.read(result));
                }
            }
            return rows;
        });
    }

    private interface StatementUse<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Object[] parameters, StatementUse<T> use) {
        try {
            return database.readers().use(connection -> {
                PreparedStatement statement = connection.statement(sql);
                for (int i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                return use.with(statement);
            });
        } catch (SQLException e) {
            throw new StoreException("the log database cannot be used: " + e.getMessage(), e);
        }
    }

    static UUID id(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    static byte[] idBytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
