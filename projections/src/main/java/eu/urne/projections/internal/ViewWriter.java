package eu.urne.projections.internal;

import eu.urne.engine.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The one connection that writes the read models: its statements are prepared once, and a transaction belongs to the
 * thread that began it. Others wait.
 */
public final class ViewWriter implements TransactionManager, AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** A writer on this connection, which it closes. */
    ViewWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Begins a transaction of this thread, or joins the one that it has begun. */
    @Override
    public Transaction startTransaction() {
        lock.lock();
        return new Transaction() {
            @Override
            public void commit() {
                end(true);
            }

            @Override
            public void rollback() {
                end(false);
            }
        };
    }

    private void end(boolean commit) {
        List<Runnable> told = List.of();
        try {
            if (lock.getHoldCount() == 1) {
                if (commit) {
                    connection.commit();
                    told = List.copyOf(afterCommit);
                } else {
                    connection.rollback();
                }
                afterCommit.clear();
            }
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            lock.unlock();
        }
        told.forEach(Runnable::run);
    }

    /** Lets something happen once the transaction is committed; never, if it is not. */
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /**
     * Changes rows, within a transaction.
     *
     * @param parameters numbers, texts, bytes or null
     * @return how many rows
     */
    int update(String sql, @Nullable Object... parameters) {
        try {
            return prepared(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Runs the statements of a script, within a transaction. */
    void run(Resource script) {
        ScriptUtils.executeSqlScript(connection, script);
    }

    /** How a row is read. */
    interface Row<T> {
        /** What the row says. */
        T read(ResultSet row) throws SQLException;
    }

    /** The rows of a query, within a transaction. */
    <T> List<T> query(Row<T> reader, String sql, @Nullable Object... parameters) {
        try (ResultSet result = prepared(sql, parameters).executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(result));
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private static StoreException failed(SQLException e) {
        return new StoreException("the database of the views cannot be written: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            lock.unlock();
        }
    }
}
