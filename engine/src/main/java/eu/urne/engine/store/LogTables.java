package eu.urne.engine.store;

import eu.urne.engine.log.Signer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;

/**
 * The tables of a log, for whoever reads or writes a whole store at once: an SQLite file or a schema of PostgreSQL.
 * Nodes write through {@link SequencedLog} only.
 */
public sealed interface LogTables {

    /** Name under which the connections of this class are known to PostgreSQL, unlike those of nodes. */
    String TOOL = "urne tool";

    /** Where they are, for sentences. */
    String place();

    /**
     * A connection that can change nothing and sees the tables as they stand at its first question.
     *
     * @throws SQLException if there are no tables of a log
     */
    Connection snapshot() throws SQLException;

    /**
     * A connection that writes; its tables are made where there are none.
     *
     * @throws StoreException in one sentence, if the database cannot be used or does not sync to disk
     * @throws SQLException if the database fails
     */
    Connection writer() throws SQLException;

    /** Whether it is PostgreSQL. */
    boolean isPostgresql();

    /**
     * Derives what an EventStoreDB server has sealed into a file, as every node does, and writes nothing on the server.
     *
     * @param file made where it does not exist
     * @param terms the terms of an entry, from its bytes alone
     * @throws StoreException in one sentence, if the server has no log of these keys, or its seals do not match the
     *     entries in its order
     */
    static LogTables derived(
            StoreSettings.EventStoreDb server,
            Path file,
            Map<LogName, Signer> signers,
            Function<byte[], Guard.Terms> terms) {
        EventStoreParts.derive(server, file, signers, terms);
        return new File(file);
    }

    /** The log of an SQLite file. */
    record File(Path file) implements LogTables {

        @Override
        public String place() {
            return file.toString();
        }

        @Override
        public boolean isPostgresql() {
            return false;
        }

        @Override
        public Connection snapshot() throws SQLException {
            return snapshot(file);
        }

        static Connection snapshot(Path file) throws SQLException {
            if (!Files.isRegularFile(file)) {
                throw new SQLException("there is no file " + file);
            }
            Connection connection = SqliteFile.unchanging(file).getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN"); // holds the view of the first question until the connection is closed
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public Connection writer() throws SQLException {
            SqliteLogDatabase.open(file).close();
            Connection connection = SqliteLogDatabase.source(file, false).getConnection();
            connection.setAutoCommit(false);
            return connection;
        }
    }

    /** The log of a PostgreSQL database. */
    record Shared(StoreSettings.Postgresql settings) implements LogTables {

        private static final int LOOKS = 20;
        private static final String NODES = "SELECT count(*) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND application_name = 'urne'";

        @Override
        public String place() {
            return settings.toString();
        }

        @Override
        public boolean isPostgresql() {
            return true;
        }

        private Connection connect() throws SQLException {
            return connect(settings, PostgresLogDatabase.SCHEMA);
        }

        private static Connection connect(StoreSettings.Postgresql settings, String schema) throws SQLException {
            Connection connection = settings.source(schema).getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET application_name = '" + TOOL + "'");
            }
            connection.setAutoCommit(false);
            return connection;
        }

        @Override
        public Connection snapshot() throws SQLException {
            Connection connection = snapshot(settings, PostgresLogDatabase.SCHEMA);
            try {
                if (Sql.number(connection, "SELECT count(to_regclass('head'))") == 0) {
                    throw new SQLException("it has no log");
                }
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        static Connection snapshot(StoreSettings.Postgresql settings, String schema) throws SQLException {
            Connection connection = connect(settings, schema);
            try {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setReadOnly(true);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public Connection writer() throws SQLException {
            PostgresLogDatabase.prepare(settings);
            return connect();
        }

        /** Whether nodes are connected to the database, and not only about to leave. */
        public boolean isInUse() throws SQLException {
            try (Connection connection = connect()) {
                connection.setAutoCommit(true); // else the server tells the same again and again
                boolean used = true;
                for (int look = 0; used && look < LOOKS; look++) {
                    used = Sql.number(connection, NODES) > 0;
                    if (used) {
                        Sql.list(connection, row -> true, "SELECT pg_sleep(0.1)");
                    }
                }
                return used;
            }
        }
    }
}
