package eu.urne.engine.store;

import io.kurrent.dbclient.Position;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The sealed part of a log that an EventStoreDB server has, in an SQLite file of this node: the tables of a log, and
 * how far the server's order is in them. It may be deleted, and is made anew from the server.
 */
final class Replica implements LogDatabase {

    /**
     * How far the replica has come.
     *
     * @param position of the last event in the order that is in the replica; null where there is none
     * @param seals revision of the last event in the stream of checkpoints that is in the replica, -1 where there is
     *     none
     */
    record Progress(@Nullable Position position, long seals) {}

    private static final String[] TABLES = {
        "CREATE TABLE IF NOT EXISTS progress (one INTEGER PRIMARY KEY CHECK (one = 1),"
                + " committed INTEGER NOT NULL, prepared INTEGER NOT NULL, seals INTEGER NOT NULL)",
        "CREATE TABLE IF NOT EXISTS surplus (stream TEXT PRIMARY KEY, events INTEGER NOT NULL) WITHOUT ROWID",
        "PRAGMA synchronous = NORMAL" // what a power cut takes is fetched from the server again
    };

    private final LogDatabase tables;
    private final Connection connection;
    private final PreparedStatement setProgress;
    private final PreparedStatement addSurplus;
    private final Map<String, Long> surplus = new ConcurrentHashMap<>();
    private Progress progress;

    private Replica(LogDatabase tables, Connection connection) throws SQLException {
        this.tables = tables;
        this.connection = connection;
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
            this.progress = progress(statement);
            readSurplus(statement);
        }
        this.setProgress = connection.prepareStatement("INSERT OR REPLACE INTO progress VALUES (1, ?, ?, ?)");
        this.addSurplus = connection.prepareStatement("""
                INSERT INTO surplus VALUES (?, ?)
                ON CONFLICT (stream) DO UPDATE SET events = surplus.events + excluded.events""");
    }

    /** Returns to what the file holds, after a transaction whose outcome is unknown. */
    void reload() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            progress = progress(statement);
            readSurplus(statement);
        }
    }

    private void readSurplus(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT stream, events FROM surplus")) {
            while (row.next()) {
                surplus.put(row.getString(1), row.getLong(2));
            }
        }
    }

    private static Progress progress(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT committed, prepared, seals FROM progress")) {
            return row.next()
                    ? new Progress(new Position(row.getLong(2), row.getLong(1)), row.getLong(3))
                    : new Progress(null, -1);
        }
    }

    /**
     * Opens the file, or creates it.
     *
     * @throws StoreException in one sentence, if the file is not a replica
     */
    static Replica open(Path file) {
        AtomicReference<@Nullable Connection> connection = new AtomicReference<>();
        LogDatabase tables = SqliteLogDatabase.open(file, writer -> {
            connection.set(writer);
            return writer;
        });
        try {
            return new Replica(tables, Objects.requireNonNull(connection.get()));
        } catch (SQLException e) {
            tables.close();
            throw new StoreException("the replica " + file + " cannot be used, delete it: " + e.getMessage(), e);
        }
    }

    /** How far it was when the last transaction was committed. Writer only. */
    Progress progress() {
        return progress;
    }

    /** Keeps how far the transaction under way brings it. */
    void advance(Progress reached) throws SQLException {
        Position position = reached.position;
        if (position != null) {
            setProgress.setLong(1, position.getCommitUnsigned());
            setProgress.setLong(2, position.getPrepareUnsigned());
            setProgress.setLong(3, reached.seals);
            setProgress.executeUpdate();
        }
    }

    /** Says that the transaction which advanced so far has been committed. */
    void advanced(Progress reached) {
        progress = reached;
    }

    /** Keeps that so many more of a server's stream's events are not in the log. */
    void addSurplus(String stream, int events) throws SQLException {
        addSurplus.setString(1, stream);
        addSurplus.setInt(2, events);
        addSurplus.executeUpdate();
    }

    /** Says that this has been committed. */
    void surplusAdded(String stream, int events) {
        surplus.merge(stream, (long) events, Long::sum);
    }

    /** How many of the events of a server's stream are not in the log. */
    long surplus(String stream) {
        return surplus.getOrDefault(stream, 0L);
    }

    @Override
    public BatchWriter writer() {
        return tables.writer();
    }

    @Override
    public ReaderPool readers() {
        return tables.readers();
    }

    @Override
    public String field(String name) {
        return tables.field(name);
    }

    @Override
    public void listen(Runnable committed) {
        // the file belongs to this process
    }

    @Override
    public void close() {
        tables.close();
    }
}
