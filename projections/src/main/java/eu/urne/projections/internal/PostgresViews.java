package eu.urne.projections.internal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.urne.engine.store.NoticeListener;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings.Postgresql;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * The read models in the schema {@code urne_views} of a PostgreSQL database, where all nodes of an installation read
 * them and one builds them.
 */
public final class PostgresViews extends PooledViews {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresViews.class);

    private static final int READERS = 8;
    private static final int WAIT_MS = 5_000;
    private static final int VALID_MS = 500;

    /** More than a statement takes, but for those that make the indexes of many rows. */
    private static final int SILENCE_SECONDS = 30;

    private static final Duration INDEXING = Duration.ofHours(1);
    private static final int IDLE_MS = 60_000;
    private static final Resource INDEXES = new ClassPathResource("eu/urne/projections/indexes-postgresql.sql");

    private static final String TABLES = "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables"
            + " WHERE schemaname = '" + ViewsSchema.NAME + "'";

    private final DataSource source;
    private final ClaimedPositions positions;
    private final NoticeListener listener;

    private PostgresViews(DataSource source, String node, Progress progress, Duration claim) throws SQLException {
        super(writer(source, claim), readers(source));
        this.source = source;
        this.positions = new ClaimedPositions(writer(), progress, node, claim, this::makeIndexes);
        SharedProgress shared = new SharedProgress(progress);
        try (Connection first = source.getConnection()) {
            shared.connected(first); // who has opened them knows how far they are
        }
        this.listener = NoticeListener.start(source, ClaimedPositions.CHANNEL, shared);
    }

    /**
     * Opens the read models of an installation, or makes their tables. Those whose schema is older are dropped, to be
     * built anew from the log.
     *
     * @param log key of the public log that they are the views of
     * @param progress is told how far they are, whoever builds them
     * @param claim how long a node that has fallen silent keeps the right to build
     * @throws StoreException in one sentence, if there is no such database, or it has the views of another installation
     *     or of a newer version
     */
    public static PostgresViews open(Postgresql database, String log, Progress progress, Duration claim) {
        String node = ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
        ViewsSchema.open(database, log, node);
        try {
            return new PostgresViews(database.source(ViewsSchema.NAME, SILENCE_SECONDS), node, progress, claim);
        } catch (RuntimeException | SQLException e) {
            throw ViewsSchema.failed(database, e);
        }
    }

    private static HikariDataSource writer(DataSource source, Duration claim) {
        HikariConfig pool = patient(pool(source, "writer", 1));
        pool.setAutoCommit(false);
        // what a crash loses follows from the log again; who stops within a transaction must not keep others out
        pool.setConnectionInitSql(
                "SET synchronous_commit = off; SET idle_in_transaction_session_timeout = " + claim.toMillis());
        return new HikariDataSource(pool);
    }

    private static HikariDataSource readers(DataSource source) {
        HikariConfig pool = patient(pool(source, "readers", READERS));
        pool.setMinimumIdle(1);
        pool.setIdleTimeout(IDLE_MS);
        return new HikariDataSource(pool);
    }

    private static HikariConfig patient(HikariConfig pool) {
        pool.setConnectionTimeout(WAIT_MS);
        pool.setValidationTimeout(VALID_MS); // several dead ones in a row must not use the wait up
        return pool;
    }

    @Override
    public Positions positions() {
        return positions;
    }

    @Override
    public void index() {
        writer().executeInTransaction(this::makeIndexes);
    }

    private void makeIndexes() {
        writer().run(INDEXES, INDEXING);
    }

    /** Until the server has done it by itself, within minutes, it guesses plans and reads rows for their indexes. */
    @Override
    public void settle() {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(INDEXING.toMillis()));
            statement.execute("SET synchronous_commit = off"); // it commits once a table
            String tables;
            try (ResultSet row = statement.executeQuery(TABLES)) {
                row.next();
                tables = row.getString(1);
            }
            statement.execute("VACUUM (ANALYZE) " + tables);
        } catch (SQLException e) {
            LOG.warn("the views are slow for a while: {}", OneLine.of(e));
        }
    }

    @Override
    public void close() {
        listener.close();
        try {
            positions.releaseClaim(ViewsFollower.PROCESSOR, Positions.SEGMENT); // of who has opened them only
        } catch (StoreException e) {
            LOG.debug("the claim ends by itself", e);
        } finally {
            super.close();
        }
    }
}
