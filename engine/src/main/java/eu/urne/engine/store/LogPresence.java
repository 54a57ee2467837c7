package eu.urne.engine.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Whether a store has a log, found out without writing anything. */
public final class LogPresence {

    /** What a log without its last checkpoint may be, as a sentence goes on. */
    static final String NOT_WHOLE =
            " is missing: it is damaged, or a copy that is not whole (run the same move, restore or log copy again)";

    private static final String UNSIGNED = """
            SELECT (SELECT max(idx) + 1 FROM entry WHERE log = ?)
                > COALESCE((SELECT max(size) FROM checkpoint WHERE log = ?), 0)""";

    private LogPresence() {}

    /**
     * Refuses a log in PostgreSQL that somebody has begun to copy there: its checkpoints come last, behind what stands
     * beside it. A node that was refused later would have made tables and keys of its own meanwhile.
     *
     * @throws StoreException in one sentence, if entries of it have no checkpoint, or the store cannot be reached
     */
    public static void refuseIfNotWhole(StoreSettings stores) {
        if (!(stores instanceof StoreSettings.Postgresql postgresql) || !isIn(postgresql)) {
            return;
        }
        try (Connection connection =
                        postgresql.source(PostgresLogDatabase.SCHEMA).getConnection();
                PreparedStatement statement = connection.prepareStatement(UNSIGNED)) {
            for (LogName log : LogName.values()) {
                statement.setInt(1, log.code());
                statement.setInt(2, log.code());
                try (ResultSet result = statement.executeQuery()) {
                    if (result.next() && result.getBoolean(1)) {
                        throw new StoreException("the last checkpoint of the "
                                + log.name().toLowerCase(Locale.ROOT) + " log in " + postgresql + NOT_WHOLE);
                    }
                }
            }
        } catch (SQLException e) {
            throw new StoreException("PostgreSQL cannot be used at " + postgresql + ": " + OneLine.of(e), e);
        }
    }

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
