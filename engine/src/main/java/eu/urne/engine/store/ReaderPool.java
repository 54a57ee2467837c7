package eu.urne.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;

/**
 * A few connections that keep their prepared statements: most of a small query's time would go into preparing it.
 * Callers wait for a connection; each uses it for one query.
 */
final class ReaderPool implements AutoCloseable {

    /** A connection with its statements; used by one caller at a time. */
    static final class Reader {

        private final Connection connection;
        private final Map<String, PreparedStatement> statements = new HashMap<>();

        private Reader(Connection connection) {
            this.connection = connection;
        }

        /** The statement, prepared at its first use. */
        PreparedStatement statement(String sql) throws SQLException {
            PreparedStatement known = statements.get(sql);
            if (known == null) {
                known = connection.prepareStatement(sql);
                statements.put(sql, known);
            }
            return known;
        }

        /** Forgets a statement that failed: the driver does not promise that it can be used again. */
        void forget(String sql) throws SQLException {
            PreparedStatement known = statements.remove(sql);
            if (known != null) {
                known.close();
            }
        }
    }

    private final int size;
    private final BlockingQueue<Reader> idle;

    /** Opens that many connections. */
    ReaderPool(DataSource source, int size) throws SQLException {
        this.size = size;
        this.idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(new Reader(source.getConnection()));
        }
    }

    /** Takes a connection; give it back with {@link #release}. */
    Reader take() throws SQLException {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", e);
        }
    }

    void release(Reader reader) {
        idle.add(reader);
    }

    /** Waits for the queries under way, then closes all connections. */
    @Override
    public void close() throws SQLException {
        for (int i = 0; i < size; i++) {
            take().connection.close();
        }
    }
}
