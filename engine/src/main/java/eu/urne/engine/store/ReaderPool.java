package eu.urne.engine.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A few connections that keep their prepared statements: most of a small query's time would go into preparing it.
 * Callers wait for a connection; each uses it for one query. One that is lost is opened anew when it is needed.
 */
final class ReaderPool implements AutoCloseable {

    /** What is asked of a connection. */
    interface Use<T> {
        T of(Reader connection) throws SQLException;
    }

    /** A connection with its statements; used by one caller at a time. */
    static final class Reader {

        private static final int VALID_SECONDS = 5;

        private final DataSource source;
        private final Map<String, PreparedStatement> statements = new HashMap<>();
        private @Nullable Connection connection;

        private Reader(DataSource source) {
            this.source = source;
        }

        /** The statement, prepared at its first use. */
        PreparedStatement statement(String sql) throws SQLException {
            PreparedStatement known = statements.get(sql);
            if (known == null) {
                known = open().prepareStatement(sql);
                statements.put(sql, known);
            }
            return known;
        }

        private Connection open() throws SQLException {
            Connection open = connection;
            if (open == null) {
                open = source.getConnection();
                connection = open;
            }
            return open;
        }

        /** Whether the other side is gone: then nothing was answered, and another connection may be asked. */
        private boolean isLost() throws SQLException {
            return connection != null && !connection.isValid(VALID_SECONDS);
        }

        /** Closes it, with statements of which the driver does not promise that they can be used again. */
        private void close() throws SQLException {
            statements.clear();
            Connection open = connection;
            connection = null;
            if (open != null) {
                open.close();
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
            Reader reader = new Reader(source);
            reader.open();
            idle.add(reader);
        }
    }

    /** Asks one of the connections; once more, if the one that was asked turns out to be lost. */
    <T> T use(Use<T> question) throws SQLException {
        Reader reader = take();
        try {
            return question.of(reader);
        } catch (SQLException e) {
            boolean lost = reader.isLost();
            reader.close();
            if (!lost) {
                throw e;
            }
            return question.of(reader);
        } finally {
            idle.add(reader);
        }
    }

    private Reader take() throws SQLException {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", e);
        }
    }

    /** Waits for the queries under way, then closes all connections. */
    @Override
    public void close() throws SQLException {
        for (int i = 0; i < size; i++) {
            take().close();
        }
    }
}
