package eu.urne.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Whether a store has a log, found out without writing anything. */
public final class LogPresence {

    private LogPresence() {}

    /**
     * Looks whether there is a log.
     *
     * @param file the database file, where the store has one in the node's data folder
     * @return true for EventStoreDB too, which tells by itself when it is opened
     * @throws StoreException in one sentence, if the store cannot be reached
     */
    public static boolean isThere(StoreSettings stores, Path file) {
        return switch (stores) {
            case StoreSettings.Sqlite sqlite -> Files.exists(file);
            case StoreSettings.Postgresql postgresql -> isIn(postgresql);
            case StoreSettings.EventStoreDb eventStore -> true;
        };
    }

    private static boolean isIn(StoreSettings.Postgresql postgresql) {
        try (Connection connection =
                        postgresql.source(PostgresLogDatabase.SCHEMA).getConnection();
                Statement statement = connection.createStatement()) {
            return is(statement, "SELECT to_regclass('entry') IS NOT NULL")
                    && is(statement, "SELECT EXISTS (SELECT 1 FROM entry)");
        } catch (SQLException e) {
            throw new StoreException("PostgreSQL cannot be used at " + postgresql + ": " + OneLine.of(e), e);
        }
    }

    private static boolean is(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
