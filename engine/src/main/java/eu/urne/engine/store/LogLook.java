package eu.urne.engine.store;

import eu.urne.engine.log.EntryCodec;
import eu.urne.engine.store.LogReader.SizedNote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands at the end of the logs of a store, read without opening them: nothing is written, and a node may be at
 * work meanwhile.
 *
 * @param checkpoints the latest of each log that has one; not verified
 * @param lastMs time of the latest of the last entries, milliseconds since the epoch; 0 where there is none
 */
public record LogLook(Map<LogName, SizedNote> checkpoints, long lastMs) {

    /** Keeps a copy. */
    public LogLook {
        checkpoints = Map.copyOf(checkpoints);
    }

    /**
     * Looks.
     *
     * @param file the database file, where the store has one in the node's data folder
     * @return empty where there is no log yet, and of EventStoreDB, of which this knows nothing
     * @throws StoreException in one sentence, if the store cannot be read
     */
    public static Optional<LogLook> at(StoreSettings stores, Path file) {
        if (stores instanceof StoreSettings.EventStoreDb || !LogPresence.isThere(stores, file)) {
            return Optional.empty();
        }
        try (Connection connection = connection(stores, file)) {
            Map<LogName, SizedNote> checkpoints = new EnumMap<>(LogName.class);
            long lastMs = 0;
            for (LogName log : LogName.values()) {
                checkpoint(connection, log).ifPresent(note -> checkpoints.put(log, note));
                lastMs = Math.max(lastMs, lastMs(connection, log));
            }
            return Optional.of(new LogLook(checkpoints, lastMs));
        } catch (SQLException | IllegalArgumentException e) {
            throw new StoreException("the log cannot be read: " + OneLine.of(e), e);
        }
    }

    private static Connection connection(StoreSettings stores, Path file) throws SQLException {
        return switch (stores) {
            case StoreSettings.Postgresql postgresql ->
                postgresql.source(PostgresLogDatabase.SCHEMA).getConnection();
            case StoreSettings.Sqlite sqlite -> {
                if (!Files.isReadable(file)) {
                    throw new SQLException("the file " + file + " cannot be read by this user");
                }
                yield DriverManager.getConnection(
                        "jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath() + "?mode=ro");
            }
            case StoreSettings.EventStoreDb eventStore ->
                throw new SQLException("EventStoreDB has no tables: " + eventStore);
        };
    }

    private static Optional<SizedNote> checkpoint(Connection connection, LogName log) throws SQLException {
        String sql = "SELECT size, note FROM checkpoint WHERE log = ? ORDER BY size DESC LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, log.code());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new SizedNote(row.getLong(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    private static long lastMs(Connection connection, LogName log) throws SQLException {
        String sql = "SELECT bytes FROM entry WHERE log = ? ORDER BY idx DESC LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, log.code());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? EntryCodec.read(row.getBytes(1)).at() : 0;
            }
        }
    }
}
