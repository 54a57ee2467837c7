package eu.urne.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears on a connection of its own what the other nodes commit; connects again when it is cut off. */
final class CommitListener implements AutoCloseable {

    /** The channel on which writers tell of their commits. */
    static final String CHANNEL = "urne_log";

    private static final Logger LOG = LoggerFactory.getLogger(CommitListener.class);
    private static final int WAIT_MS = 1_000;
    private static final int RETRY_MS = 500;
    private static final int VALID_SECONDS = 5;

    private final DataSource source;
    private final IntPredicate isOwn;
    private final Runnable committed;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connection listening;

    private CommitListener(DataSource source, IntPredicate isOwn, Runnable committed) {
        this.source = source;
        this.isOwn = isOwn;
        this.committed = committed;
        this.thread = Thread.ofPlatform().name("log-listener").daemon().unstarted(this::run);
    }

    /**
     * Begins to listen.
     *
     * @param isOwn whether the server process of this number works for this node, which knows what it commits
     */
    static CommitListener start(DataSource source, IntPredicate isOwn, Runnable committed) {
        CommitListener listener = new CommitListener(source, isOwn, committed);
        listener.thread.start();
        return listener;
    }

    private void run() {
        try {
            do {
                listen();
            } while (!closed.await(RETRY_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody listens any more
        }
    }

    private void listen() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            listening = connection;
            statement.execute("LISTEN " + CHANNEL);
            committed.run(); // what was told while nobody listened
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (closed.getCount() > 0) {
                PGNotification[] told = postgres.getNotifications(WAIT_MS);
                if (told == null || told.length == 0) {
                    checkAlive(connection);
                } else if (Arrays.stream(told).anyMatch(each -> !isOwn.test(each.getPID()))) {
                    committed.run();
                }
            }
        } catch (SQLException e) {
            if (closed.getCount() > 0) {
                LOG.warn("cut off from what other nodes append, trying again: {}", OneLine.of(e));
            }
        }
    }

    /** A connection that is lost without a word looks like one on which nothing happens. */
    private static void checkAlive(Connection connection) throws SQLException {
        if (!connection.isValid(VALID_SECONDS)) {
            throw new SQLException("the connection is dead");
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            Connection open = listening;
            if (open != null) {
                open.abort(Runnable::run); // it waits for what may come in a second
            }
            thread.join();
        } catch (SQLException e) {
            LOG.debug("the connection that listened was lost already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
