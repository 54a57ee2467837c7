package eu.urne.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import eu.urne.engine.log.Origin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tables beside the log that only their owner may read: an SQLite file of one node, or a schema of PostgreSQL that all
 * nodes share. What was written is durable when the call returns. Statements are those that both databases understand,
 * or stand side by side ({@link #either}). Safe for use by many threads.
 */
public final class OwnerDatabase implements AutoCloseable {

    private final SideTables tables;
    private final String place;
    private final boolean postgresql;
    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final NamedLocks locks;

    private OwnerDatabase(
            SideTables tables,
            String place,
            boolean postgresql,
            HikariDataSource writers,
            HikariDataSource readers,
            NamedLocks locks) {
        this.tables = tables;
        this.place = place;
        this.postgresql = postgresql;
        this.writers = writers;
        this.readers = readers;
        this.locks = locks;
    }

    /**
     * Opens the tables, or creates them, and brings their schema up to date.
     *
     * @param stores whether they are in PostgreSQL
     * @param folder for the file where they are not
     * @param origin of the installation, which a shared schema must have
     * @throws StoreException in one sentence, if they cannot be opened, are of a newer program or another installation;
     *     nothing is written then
     */
    public static OwnerDatabase open(StoreSettings stores, Path folder, Origin origin, SideTables tables) {
        Optional<StoreSettings.Postgresql> shared = stores.tables();
        if (shared.isEmpty()) {
            Path file = folder.resolve(tables.file());
            SqliteFile.prepare(file, tables);
            HikariDataSource writer = SqliteFile.writer(file, tables);
            return new OwnerDatabase(
                    tables, file.toString(), false, writer, SqliteFile.readers(file, tables), new LocalLocks());
        }
        StoreSettings.Postgresql at = shared.get();
        PostgresSchema.prepare(at, tables, origin);
        HikariDataSource connections = PostgresSchema.connections(at, tables.schema());
        NamedLocks locks = new AdvisoryLocks(tables.schema(), PostgresSchema.lockConnections(at, tables.schema()));
        return new OwnerDatabase(tables, "in " + tables.schema() + " of " + at, true, connections, connections, locks);
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        /** Does it. */
        T with(Connection connection) throws SQLException;
    }

    /**
     * Writes in one transaction: all of it is durable when this returns, or nothing has happened. In a file one
     * transaction comes after the other; in PostgreSQL those of other threads and nodes run beside it, each seeing what
     * is committed when its statements begin.
     *
     * @throws StoreException in one sentence, if the database fails
     */
    public <T extends @Nullable Object> T write(Work<T> work) {
        try (Connection connection = writers.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.with(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    undo(connection);
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // it is lost, or SQLite has ended the transaction by itself, on a full disk, of which its driver knows
            // nothing: what is written next would be committed at once; what failed before is told
            writers.evictConnection(connection);
        }
    }

    /** Reads what is committed. */
    public <T extends @Nullable Object> T read(Work<T> work) {
        try (Connection connection = readers.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The one of two statements, or whatever else, that is for this database. */
    public <T> T either(T sqlite, T postgres) {
        return postgresql ? postgres : sqlite;
    }

    /** What is done under a name. */
    @FunctionalInterface
    public interface Alone<T, X extends Exception> {
        /** Does it. */
        T get() throws X;
    }

    /**
     * Does something while nobody else, on any node, does anything under the same name; waits for who does.
     *
     * @throws StoreException in one sentence, if that takes too long, or the database fails
     */
    public <T, X extends Exception> T alone(String name, Alone<T, X> work) throws X {
        return held(locks.hold(name), work);
    }

    /** The same without waiting: empty, and nothing is done, where somebody does something under that name. */
    public <T, X extends Exception> Optional<T> ifAlone(String name, Alone<T, X> work) throws X {
        Optional<NamedLocks.Held> held = locks.tryHold(name);
        return held.isPresent() ? Optional.of(held(held.get(), work)) : Optional.empty();
    }

    private static <T, X extends Exception> T held(NamedLocks.Held held, Alone<T, X> work) throws X {
        try {
            return work.get();
        } finally {
            held.close();
        }
    }

    /**
     * Lets what was deleted vanish as far as the database can: from an SQLite file, where it is overwritten already,
     * and its journal; in PostgreSQL from the tables, whose space is then free to be overwritten (docs/vault.md).
     *
     * @param from the tables of PostgreSQL from which something was deleted
     */
    public void forgetDeleted(String... from) {
        try (Connection connection = writers.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(either("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM " + String.join(", ", from)));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Connections for frameworks; in a file there is one, so that a transaction sees what it changes. */
    public DataSource source() {
        return writers;
    }

    /** What it is and where, as sentences begin. */
    @Override
    public String toString() {
        return tables.contents() + " " + place;
    }

    private StoreException failed(SQLException cause) {
        return new StoreException(this + " cannot be used: " + OneLine.of(cause), cause);
    }

    @Override
    public void close() {
        locks.close();
        readers.close();
        writers.close();
    }
}
