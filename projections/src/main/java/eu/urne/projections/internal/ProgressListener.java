package eu.urne.projections.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows how far the read models are that some other node may build: it is told after each commit, and looks itself
 * where it has not been told for a second. It goes on by itself when the database is back.
 */
final class ProgressListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProgressListener.class);

    private static final int QUIET_MS = 1_000;
    private static final int AGAIN_MS = 200;
    private static final String POSITION = "SELECT build, position FROM progress WHERE processor = 'views'";

    private final DataSource source;
    private final Progress progress;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connection listening;
    private boolean isLost;

    private ProgressListener(DataSource source, Progress progress) {
        this.source = source;
        this.progress = progress;
        this.thread = Thread.ofPlatform().name("views-listener").daemon().unstarted(this::run);
    }

    /**
     * Begins to listen.
     *
     * @param source of connections, of which it keeps one
     * @param progress is told how far they are, before this returns and whenever that changes
     */
    static ProgressListener start(DataSource source, Progress progress) throws SQLException {
        ProgressListener listener = new ProgressListener(source, progress);
        try (Connection first = source.getConnection()) {
            listener.look(first, true);
        }
        listener.thread.start();
        return listener;
    }

    private void run() {
        while (closed.getCount() > 0) {
            try (Connection connection = source.getConnection()) {
                listening = connection;
                listen(connection);
            } catch (SQLException e) {
                if (closed.getCount() > 0 && !isLost) {
                    isLost = true;
                    LOG.warn("how far the views are cannot be followed, it is tried again: {}", e.getMessage());
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            closed.await(AGAIN_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed.countDown();
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + ClaimedPositions.CHANNEL);
        }
        look(connection, true); // a crash of the database can have lost what was told before
        isLost = false;
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (closed.getCount() > 0) {
            PGNotification[] told = postgres.getNotifications(QUIET_MS);
            if (told == null || told.length == 0) {
                look(connection, false);
            } else {
                hear(told[told.length - 1].getParameter());
            }
        }
    }

    private void hear(String told) {
        int colon = told.indexOf(':');
        progress.reach(Long.parseLong(told.substring(0, colon)), Long.parseLong(told.substring(colon + 1)));
    }

    private void look(Connection connection, boolean anew) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(POSITION)) {
            if (row.next()) {
                if (anew) {
                    progress.set(row.getLong(1), row.getLong(2));
                } else {
                    progress.reach(row.getLong(1), row.getLong(2));
                }
            }
        }
    }

    /** Ends it at once. */
    @Override
    public void close() {
        closed.countDown();
        Connection connection = listening;
        try {
            if (connection != null) {
                connection.abort(Runnable::run); // it waits for news
            }
            thread.join();
        } catch (SQLException e) {
            LOG.debug("the connection of the listener is gone already", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
