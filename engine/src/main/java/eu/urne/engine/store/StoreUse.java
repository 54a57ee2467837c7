package eu.urne.engine.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in a PostgreSQL database that it is used: by a node, as other nodes may beside it, or by a tool that must be
 * alone. Each is a lock of a session, and ends with it; where everything is files, {@code FolderLock} does the same.
 */
public final class StoreUse implements AutoCloseable {

    /** Of a store that has no database. */
    public static final StoreUse NONE = new StoreUse(null, "");

    private static final Logger LOG = LoggerFactory.getLogger(StoreUse.class);
    private static final long KEY = AdvisoryLocks.key("urne", "use");
    private static final int LOOKS = 20;

    /** Has a session say that a node uses the database; it fails while a tool is alone with it. */
    static final String BY_NODE = "DO $$ BEGIN IF NOT pg_try_advisory_lock_shared(" + KEY + ") THEN RAISE EXCEPTION"
            + " 'the installation in this database is being moved or restored: wait until that has ended'; END IF;"
            + " END $$";

    private final @Nullable Connection session;
    private final String place;

    private StoreUse(@Nullable Connection session, String place) {
        this.session = session;
        this.place = place;
    }

    /**
     * Uses the database of a store as a node does.
     *
     * @throws StoreException in one sentence, if a tool is alone with it, or it cannot be reached
     */
    public static StoreUse byNode(StoreSettings stores) {
        Optional<StoreSettings.Postgresql> database = stores.tables();
        if (database.isEmpty()) {
            return NONE;
        }
        try {
            return new StoreUse(
                    byNode(database.get().source("public").getConnection()),
                    database.get().toString());
        } catch (SQLException e) {
            throw new StoreException(PostgresSchema.sentence(database.get(), e), e);
        }
    }

    /** Has a connection of a node say that it uses the database; it is closed if it must not. */
    static Connection byNode(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(BY_NODE);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * Keeps all nodes from the database of a store, until this is closed.
     *
     * @throws StoreException in one sentence, if nodes use it and are not only about to leave, or another tool does
     */
    public static StoreUse alone(StoreSettings stores) {
        Optional<StoreSettings.Postgresql> database = stores.tables();
        if (database.isEmpty()) {
            return NONE;
        }
        try {
            Connection session = database.get().source("public").getConnection();
            StoreUse use = new StoreUse(session, database.get().toString());
            try {
                Sql.first(session, row -> true, "SELECT set_config('application_name', ?, FALSE)", LogTables.TOOL);
                use.takeAlone();
                refuseNodes(stores);
                return use;
            } catch (SQLException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException(PostgresSchema.sentence(database.get(), e), e);
        }
    }

    private void takeAlone() throws SQLException {
        for (int look = 0; look < LOOKS; look++) {
            if (isTaken(session(), KEY)) {
                return;
            }
            Sql.first(session(), row -> true, "SELECT pg_sleep(0.1)");
        }
        throw used(place);
    }

    private static StoreException used(String place) {
        return new StoreException("the database " + place + " is in use by a server: stop all nodes first");
    }

    private Connection session() {
        if (session == null) {
            throw new IllegalStateException("there is no database");
        }
        return session;
    }

    private static boolean isTaken(Connection session, long key) throws SQLException {
        return Sql.first(session, row -> row.getBoolean(1), "SELECT pg_try_advisory_lock(?)", key)
                .orElse(false);
    }

    /**
     * Looks for nodes of older programs, which say nothing of their use.
     *
     * @throws StoreException in one sentence, if some are connected
     */
    public static void refuseNodes(StoreSettings stores) {
        stores.tables().ifPresent(database -> {
            try {
                if (new LogTables.Shared(database).isInUse()) {
                    throw used(database.toString());
                }
            } catch (SQLException e) {
                throw new StoreException("the database " + database + " cannot be used: " + OneLine.of(e), e);
            }
        });
    }

    /**
     * Whether the database is the one of another store, whatever both call it.
     *
     * @throws StoreException in one sentence, if that cannot be reached
     */
    public boolean isOf(StoreSettings other) {
        Optional<StoreSettings.Postgresql> database = other.tables();
        if (session == null || database.isEmpty()) {
            return false;
        }
        long key = new SecureRandom().nextLong(); // what nobody else has is taken there, if it is the same
        try (Connection there = database.get().source("public").getConnection()) {
            return isTaken(session, key) && !isTaken(there, key);
        } catch (SQLException e) {
            throw new StoreException(PostgresSchema.sentence(database.get(), e), e);
        }
    }

    /**
     * Looks whether the database is still kept: it may have been restarted.
     *
     * @throws StoreException in one sentence, if it is not
     */
    public void check() {
        if (session != null) {
            try {
                Sql.number(session, "SELECT 1");
            } catch (SQLException e) {
                throw new StoreException(
                        "the database " + place + " was away, so that a server may have started on"
                                + " it: run it again",
                        e);
            }
        }
    }

    @Override
    public void close() {
        if (session != null) {
            try (session;
                    Statement statement = session.createStatement()) {
                // the server ends a session a moment after its connection: who comes next must not be refused till then
                statement.execute("SELECT pg_advisory_unlock_all()");
            } catch (SQLException e) {
                LOG.debug("a database that is away has no locks to give back: {}", OneLine.of(e));
            }
        }
    }
}
