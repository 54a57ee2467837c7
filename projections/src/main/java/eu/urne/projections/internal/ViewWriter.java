package eu.urne.projections.internal;

import com.zaxxer.hikari.HikariDataSource;
import eu.urne.engine.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * The one connection that writes the read models: its statements are prepared once in a transaction, and a transaction
 * belongs to the thread that began it. Others wait.
 */
public final class ViewWriter implements TransactionManager, AutoCloseable {

    private final HikariDataSource source;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Map<String, List<@Nullable Object[]>> appended = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> added = new LinkedHashMap<>();
    private final HeldBack heldBack = new HeldBack();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;
    private long transactions;

    /** A writer on the one connection of this pool, which commits nothing by itself; it closes the pool. */
    ViewWriter(HikariDataSource source) {
        this.source = source;
    }

    /**
     * Begins a transaction of this thread, or joins the one that it has begun.
     *
     * @throws StoreException if there is no connection
     */
    @Override
    public Transaction startTransaction() {
        lock.lock();
        try {
            if (lock.getHoldCount() == 1) {
                begin();
            }
            return new Joined();
        } catch (SQLException e) {
            lock.unlock();
            throw failed(e);
        }
    }

    private void begin() throws SQLException {
        connection = source.getConnection();
        transactions++;
    }

    /** One's part of a transaction; it is over when the outermost is ended, and each is ended once. */
    private final class Joined implements Transaction {

        private boolean isEnded;

        @Override
        public void commit() {
            end(true);
        }

        @Override
        public void rollback() {
            end(false);
        }

        private void end(boolean commit) {
            if (!isEnded) {
                isEnded = true;
                ViewWriter.this.end(commit);
            }
        }
    }

    private void end(boolean commit) {
        List<Runnable> told = List.of();
        try {
            if (lock.getHoldCount() == 1) {
                told = endOutermost(commit);
            }
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            lock.unlock();
        }
        told.forEach(Runnable::run);
    }

    /** The connection goes back to the pool, with nothing under way. */
    private List<Runnable> endOutermost(boolean commit) throws SQLException {
        boolean done = false;
        try (Connection ending = connection()) {
            try {
                if (commit) {
                    writeHeldBack();
                    writeSummedUp();
                    ending.commit();
                    done = true;
                }
            } finally {
                if (!done) {
                    undo(ending);
                }
            }
            return done ? List.copyOf(afterCommit) : List.of();
        } finally {
            connection = null;
            statements.clear();
            afterCommit.clear();
            appended.clear();
            added.clear();
            heldBack.clear();
        }
    }

    private void undo(Connection ending) {
        try {
            ending.rollback();
        } catch (SQLException e) {
            // it is lost, or SQLite has ended the transaction by itself, on a full disk, of which its driver knows
            // nothing: what is written next would be committed row by row
            source.evictConnection(ending);
        }
    }

    private Connection connection() {
        Connection open = connection;
        if (open == null) {
            throw new IllegalStateException("the views are written within a transaction");
        }
        return open;
    }

    /** Number of the transaction under way, or of the last one: each has another. */
    long transaction() {
        return transactions;
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
            writeHeldBack();
            return prepared(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Changes rows of one thing, within a transaction, no later than anything else reads or changes them by
     * {@link #update} or {@link #query}: changes of many things are sent together, one statement after the other.
     *
     * @param thing whose rows are changed: other things' are neither read nor changed, but by the same statement, whose
     *     changes stay in order
     * @param parameters as in {@link #update}
     */
    void change(Object thing, String sql, @Nullable Object... parameters) {
        try {
            if (!heldBack.isInOrder(thing, sql)) {
                writeHeldBack();
            }
            heldBack.add(thing, sql, parameters);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Adds a row that nothing else within the transaction reads or changes: such rows are written together at its end,
     * those of a statement in order of their first parameters, so that neighbours in a table come together.
     *
     * @param parameters the others, as in {@link #update}
     */
    void append(String sql, long first, @Nullable Object... parameters) {
        @Nullable Object[] row = new @Nullable Object[parameters.length + 1];
        row[0] = first;
        System.arraycopy(parameters, 0, row, 1, parameters.length);
        appended.computeIfAbsent(sql, statement -> new ArrayList<>()).add(row);
    }

    /**
     * Adds to a number that nothing else within the transaction reads or sets: once at its end, all of it together.
     *
     * @param sql its parameters are the amount and the key
     */
    void add(String sql, long amount, String key) {
        added.computeIfAbsent(sql, statement -> new TreeMap<>()).merge(key, amount, Long::sum);
    }

    private void writeHeldBack() throws SQLException {
        for (Map.Entry<String, List<@Nullable Object[]>> rows : heldBack.take().entrySet()) {
            write(rows.getKey(), rows.getValue());
        }
    }

    private void writeSummedUp() throws SQLException {
        added.forEach((sql, sums) -> sums.forEach((key, sum) -> update(sql, sum, key)));
        for (Map.Entry<String, List<@Nullable Object[]>> rows : appended.entrySet()) {
            rows.getValue().sort(Comparator.comparingLong(row -> (Long) Objects.requireNonNull(row[0])));
            write(rows.getKey(), rows.getValue());
        }
    }

    /** PostgreSQL's driver makes one statement of inserts with VALUES: none of them may read what another has added. */
    private void write(String sql, List<@Nullable Object[]> rows) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (@Nullable Object[] row : rows) {
            bind(statement, row);
            statement.addBatch();
        }
        statement.executeBatch();
    }

    /** Runs the statements of a script, within a transaction. */
    void run(Resource script) {
        ScriptUtils.executeSqlScript(connection(), script);
    }

    /** The same for statements that may take so long without a word. */
    void run(Resource script, Duration patience) {
        Connection open = connection();
        try {
            int usual = open.getNetworkTimeout();
            open.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            run(script);
            open.setNetworkTimeout(Runnable::run, usual);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** How a row is read. */
    interface Row<T> {
        /** What the row says. */
        T read(ResultSet row) throws SQLException;
    }

    /** The rows of a query, within a transaction. */
    <T> List<T> query(Row<T> reader, String sql, @Nullable Object... parameters) {
        try {
            writeHeldBack();
            try (ResultSet result = prepared(sql, parameters).executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.read(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = statement(sql);
        bind(statement, parameters);
        return statement;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection().prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, storable(parameters[i]));
        }
    }

    /** PostgreSQL has no texts with the character 0, which a title in the log may have. */
    private static @Nullable Object storable(@Nullable Object parameter) {
        return parameter instanceof String text ? text.replace('\0', '\ufffd') : parameter;
    }

    private static StoreException failed(SQLException e) {
        return new StoreException("the database of the views cannot be written: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            source.close();
        } finally {
            lock.unlock();
        }
    }
}
