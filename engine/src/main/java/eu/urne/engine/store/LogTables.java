package eu.urne.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

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
            if (!Files.isRegularFile(file)) {
                throw new SQLException("there is no file " + file);
            }
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            config.setBusyTimeout(10_000);
            SQLiteDataSource source = new SQLiteDataSource(config);
            source.setUrl("jdbc:sqlite:" + file);
            Connection connection = source.getConnection();
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

        @Override
        public String place() {
            return settings.toString();
        }

        @Override
        public boolean isPostgresql() {
            return true;
        }

        private Connection connect() throws SQLException {
            Connection connection = settings.source(PostgresLogDatabase.SCHEMA).getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET application_name = '" + TOOL + "'");
            }
            connection.setAutoCommit(false);
            return connection;
        }

        @Override
        public Connection snapshot() throws SQLException {
            Connection connection = connect();
            try (Statement statement = connection.createStatement()) {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setReadOnly(true);
                try (ResultSet row = statement.executeQuery("SELECT to_regclass('head') IS NOT NULL")) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        throw new SQLException("it has no log");
                    }
                }
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public Connection writer() throws SQLException {
            PostgresLogDatabase.open(settings).close();
            return connect();
        }

        /** Whether nodes are connected to the database. */
        public boolean isInUse() throws SQLException {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT 1 FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND application_name = 'urne'")) {
                return row.next();
            }
        }
    }
}
