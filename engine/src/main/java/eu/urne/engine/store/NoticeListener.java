package eu.urne.engine.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears, on a thread and a connection of its own, what PostgreSQL is told; connects again when it is cut off. */
public final class NoticeListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeListener.class);
    private static final int QUIET_MS = 1_000;
    private static final int RETRY_MS = 200;

    /** What is done about it, all on the one thread; a failure of the database lets it connect again. */
    public interface Hearer {

        /** It listens from now on; what was told before, nobody has heard. */
        void connected(Connection connection) throws SQLException;

        /** This was told, at least one notice, oldest first. */
        void told(List<PGNotification> notices) throws SQLException;

        /** For a second nothing was told: a connection that is lost without a word looks just so. */
        void quiet(Connection connection) throws SQLException;
    }

    private final DataSource source;
    private final String channel;
    private final Hearer hearer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Connection listening;
    private boolean isCutOff;

    private NoticeListener(DataSource source, String channel, Hearer hearer) {
        this.source = source;
        this.channel = channel;
        this.hearer = hearer;
        this.thread = Thread.ofPlatform().name("listener-" + channel).daemon().unstarted(this::run);
    }

    /**
     * Begins to listen, without waiting until it does.
     *
     * @param source of connections, of which it keeps one
     * @param channel a name that SQL takes as it is
     */
    public static NoticeListener start(DataSource source, String channel, Hearer hearer) {
        NoticeListener listener = new NoticeListener(source, channel, hearer);
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
            statement.execute("LISTEN " + channel);
            hearer.connected(connection);
            isCutOff = false;
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (closed.getCount() > 0) {
                PGNotification[] told = postgres.getNotifications(QUIET_MS);
                if (told == null || told.length == 0) {
                    hearer.quiet(connection);
                } else {
                    hearer.told(List.of(told));
                }
            }
        } catch (SQLException | RuntimeException e) { // anybody who may connect can notify of anything
            if (closed.getCount() > 0 && !isCutOff) {
                isCutOff = true;
                LOG.warn("cut off from what is told on {}, trying again until it works: {}", channel, OneLine.of(e));
            }
        }
    }

    /** Ends it at once. */
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
