package eu.urne.engine.store;

import eu.urne.engine.log.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A batch in PostgreSQL. Each statement is a way to the server and back, so what will be asked of a batch is asked in
 * one, behind the lock of the head's row, and what it writes is written in one. A connection that has failed is given
 * up.
 */
final class PostgresBatch implements BatchWriter, AutoCloseable {

    /** Opens connections. */
    interface Connecting {
        Connection connect() throws SQLException;
    }

    private static final String LOCK = "SELECT position FROM head FOR UPDATE";

    private static final String FACTS = """
            SELECT 0, s.stream, NULL::bytea,
                   (SELECT e.seq FROM entry e WHERE e.stream = s.stream ORDER BY e.seq DESC LIMIT 1)
            FROM unnest(?::text[]) AS s(stream)
            UNION ALL SELECT 1, NULL, id, NULL FROM entry WHERE id = ANY(?::bytea[])
            UNION ALL SELECT 2, NULL, claim, NULL FROM claim WHERE claim = ANY(?::bytea[])""";

    private static final String WRITE = """
            WITH entries AS (
                INSERT INTO entry (position, log, idx, stream, seq, id, bytes)
                SELECT * FROM unnest(?::bigint[], ?::smallint[], ?::bigint[], ?::text[], ?::bigint[], ?::bytea[],
                    ?::bytea[])),
            claims AS (
                INSERT INTO claim (claim) SELECT unnest(?::bytea[]) ON CONFLICT DO NOTHING),
            tiles AS (
                INSERT INTO tile (log, level, number, bytes)
                SELECT * FROM unnest(?::smallint[], ?::smallint[], ?::bigint[], ?::bytea[])),
            checkpoints AS (
                INSERT INTO checkpoint (log, size, note)
                SELECT * FROM unnest(?::smallint[], ?::bigint[], ?::text[]))
            UPDATE head SET position = ? RETURNING pg_notify(?, '')""";

    private record Row(
            long position, short log, long idx, @Nullable String stream, long seq, UUID id, byte[] bytes) {}

    private record TileRow(short log, short level, long number, byte[] bytes) {}

    private record CheckpointRow(short log, long size, String note) {}

    private final Connecting connecting;
    private @Nullable Connection connection;
    private volatile int backend;

    private long position;
    private final Map<String, Long> nextSeqs = new HashMap<>();
    private final Set<UUID> ids = new HashSet<>();
    private final Set<Claim> claims = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Claim> made = new ArrayList<>();
    private final List<TileRow> tiles = new ArrayList<>();
    private final List<CheckpointRow> checkpoints = new ArrayList<>();

    PostgresBatch(Connecting connecting) {
        this.connecting = connecting;
    }

    /** Whether the server process of that number is the one of this writer. */
    boolean isOwn(int pid) {
        return pid == backend;
    }

    @Override
    public long begin(List<List<PendingEntry>> batch) throws SQLException {
        forget();
        Connection open = open();
        try (PreparedStatement lock = open.prepareStatement(LOCK);
                ResultSet row = lock.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("the row of the table head is missing");
            }
            position = row.getLong(1);
        }
        readFacts(open, batch);
        return position;
    }

    private Connection open() throws SQLException {
        Connection known = connection;
        if (known == null) {
            known = connecting.connect();
            connection = known;
            try (Statement statement = known.createStatement()) {
                // a node that is paused while it holds the lock must not stop the others
                statement.execute("SET idle_in_transaction_session_timeout = '5s'");
                statement.execute("SELECT set_config('synchronous_commit', 'on', FALSE)"
                        + " WHERE current_setting('synchronous_commit') IN ('off', 'local')");
            }
            known.setAutoCommit(false);
            backend = known.unwrap(PGConnection.class).getBackendPID();
        }
        return known;
    }

    private void readFacts(Connection open, List<List<PendingEntry>> batch) throws SQLException {
        Set<String> streams = new HashSet<>();
        Set<UUID> asked = new HashSet<>();
        Set<Claim> askedClaims = new HashSet<>();
        for (PendingEntry pending : batch.stream().flatMap(List::stream).toList()) {
            if (pending.entry().stream() != null) {
                streams.add(pending.entry().stream());
            }
            asked.add(pending.entry().id());
            pending.terms().conditions().stream()
                    .flatMap(PostgresBatch::claimsOf)
                    .forEach(askedClaims::add);
        }
        try (PreparedStatement facts = open.prepareStatement(FACTS)) {
            facts.setArray(1, open.createArrayOf("text", streams.toArray(String[]::new)));
            facts.setArray(
                    2,
                    open.createArrayOf(
                            "bytea", asked.stream().map(LogReader::idBytes).toArray(byte[][]::new)));
            facts.setArray(
                    3,
                    open.createArrayOf(
                            "bytea", askedClaims.stream().map(Claim::bytes).toArray(byte[][]::new)));
            try (ResultSet row = facts.executeQuery()) {
                while (row.next()) {
                    keepFact(row);
                }
            }
        }
    }

    private static Stream<Claim> claimsOf(Condition condition) {
        return condition instanceof Condition.MadeIf conditional
                ? Stream.of(conditional.claim(), conditional.when())
                : Stream.of(condition.claim());
    }

    private void keepFact(ResultSet row) throws SQLException {
        switch (row.getInt(1)) {
            case 0 -> {
                long last = row.getLong(4);
                long next = row.wasNull() ? 0 : last + 1;
                nextSeqs.put(row.getString(2), next);
            }
            case 1 -> ids.add(LogReader.id(row.getBytes(3)));
            default -> claims.add(Claim.ofBytes(row.getBytes(3)));
        }
    }

    @Override
    public long nextSeq(String stream) {
        return nextSeqs.getOrDefault(stream, 0L);
    }

    @Override
    public boolean hasId(UUID id) {
        return ids.contains(id);
    }

    @Override
    public boolean isMade(Claim claim) {
        return claims.contains(claim);
    }

    @Override
    public void make(Claim claim) {
        if (claims.add(claim)) {
            made.add(claim);
        }
    }

    @Override
    public void insert(long position, LogName log, long index, Entry entry, byte[] sealed) {
        @Nullable String stream = entry.stream();
        rows.add(new Row(position, (short) log.code(), index, stream, entry.seq(), entry.id(), sealed));
        if (stream != null) {
            nextSeqs.put(stream, entry.seq() + 1);
        }
        ids.add(entry.id());
        this.position = position;
    }

    @Override
    public void insertTile(LogName log, int level, long number, byte[] bytes) {
        tiles.add(new TileRow((short) log.code(), (short) level, number, bytes));
    }

    @Override
    public void insertCheckpoint(LogName log, long size, String note) {
        checkpoints.add(new CheckpointRow((short) log.code(), size, note));
    }

    @Override
    public void commit() throws SQLException {
        Connection open = open();
        if (rows.isEmpty()) {
            open.rollback(); // nothing was placed: only the lock is given back
            return;
        }
        try (PreparedStatement write = open.prepareStatement(WRITE)) {
            numbers(open, write, 1, rows.stream().map(Row::position));
            smalls(open, write, 2, rows.stream().map(Row::log));
            numbers(open, write, 3, rows.stream().map(Row::idx));
            texts(open, write, 4, rows.stream().map(Row::stream));
            numbers(open, write, 5, rows.stream().map(row -> row.stream() == null ? null : row.seq()));
            bytes(open, write, 6, rows.stream().map(row -> LogReader.idBytes(row.id())));
            bytes(open, write, 7, rows.stream().map(Row::bytes));
            bytes(open, write, 8, made.stream().map(Claim::bytes));
            smalls(open, write, 9, tiles.stream().map(TileRow::log));
            smalls(open, write, 10, tiles.stream().map(TileRow::level));
            numbers(open, write, 11, tiles.stream().map(TileRow::number));
            bytes(open, write, 12, tiles.stream().map(TileRow::bytes));
            smalls(open, write, 13, checkpoints.stream().map(CheckpointRow::log));
            numbers(open, write, 14, checkpoints.stream().map(CheckpointRow::size));
            texts(open, write, 15, checkpoints.stream().map(CheckpointRow::note));
            write.setLong(16, position);
            write.setString(17, PostgresLogDatabase.CHANNEL);
            write.execute();
        }
        open.commit();
    }

    private static void numbers(Connection open, PreparedStatement statement, int at, Stream<@Nullable Long> values)
            throws SQLException {
        statement.setArray(at, open.createArrayOf("int8", values.toArray(Long[]::new)));
    }

    private static void smalls(Connection open, PreparedStatement statement, int at, Stream<Short> values)
            throws SQLException {
        statement.setArray(at, open.createArrayOf("int2", values.toArray(Short[]::new)));
    }

    private static void texts(Connection open, PreparedStatement statement, int at, Stream<@Nullable String> values)
            throws SQLException {
        statement.setArray(at, open.createArrayOf("text", values.toArray(String[]::new)));
    }

    private static void bytes(Connection open, PreparedStatement statement, int at, Stream<byte[]> values)
            throws SQLException {
        statement.setArray(at, open.createArrayOf("bytea", values.toArray(byte[][]::new)));
    }

    @Override
    public void rollback() throws SQLException {
        forget();
        close();
    }

    private void forget() {
        nextSeqs.clear();
        ids.clear();
        claims.clear();
        rows.clear();
        made.clear();
        tiles.clear();
        checkpoints.clear();
    }

    @Override
    public void close() throws SQLException {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
