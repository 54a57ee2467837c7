package eu.urne.engine.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Names that are held in PostgreSQL, whatever the node: each by a connection of its own, so that the end of a node, or
 * of the database, releases them. What is written under a name must be right even when the name was lost meanwhile.
 */
final class AdvisoryLocks implements NamedLocks {

    private static final int LONGEST_SECONDS = 30;

    private final String schema;
    private final HikariDataSource connections;

    AdvisoryLocks(String schema, HikariDataSource connections) {
        this.schema = schema;
        this.connections = connections;
    }

    /** The number that stands for a name. */
    static long key(String schema, String name) {
        try {
            byte[] text = (schema + "/" + name).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public Held hold(String name) {
        return take(name, "SELECT pg_advisory_lock(?) IS NOT NULL")
                .orElseThrow(() -> new IllegalStateException("a lock was neither waited for nor refused"));
    }

    @Override
    public Optional<Held> tryHold(String name) {
        return take(name, "SELECT pg_try_advisory_lock(?)");
    }

    private Optional<Held> take(String name, String sql) {
        long key = key(schema, name);
        try {
            Connection connection = connections.getConnection();
            boolean taken = false;
            try {
                taken = asked(connection, sql, key);
                return taken ? Optional.of(() -> release(connection, key)) : Optional.empty();
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
        } catch (SQLException e) {
            throw new StoreException(schema + " cannot be used: " + OneLine.of(e), e);
        }
    }

    private static boolean asked(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(LONGEST_SECONDS);
            statement.setLong(1, key);
            ResultSet row = statement.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }

    private void release(Connection connection, long key) {
        try (connection) {
            if (!asked(connection, "SELECT pg_advisory_unlock(?)", key)) {
                connections.evictConnection(connection);
            }
        } catch (SQLException e) { // it is broken, and the lock gone with it
            connections.evictConnection(connection);
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
