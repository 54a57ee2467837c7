package eu.urne.engine.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eu.urne.engine.log.Origin;
import eu.urne.engine.store.StoreSettings.Postgresql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A schema of PostgreSQL with tables beside the log, which all nodes of one installation share. */
final class PostgresSchema {

    /** More than any statement on these tables takes. */
    private static final int SILENCE_SECONDS = 60;

    private static final int VALID_MS = 1_000;

    private static final int MOST = 8;
    private static final long PATIENCE_MS = 10_000;
    private static final long IDLE_MS = 60_000;
    private static final String HAS_TABLE = "SELECT count(to_regclass('installation'))";

    private PostgresSchema() {}

    /**
     * Makes the schema where there is none, and brings it up to date, one node after the other.
     *
     * @throws StoreException in one sentence, if it cannot be reached, is of a newer program or another installation;
     *     nothing is written then
     */
    static void prepare(Postgresql at, SideTables tables, Origin origin) {
        String schema = tables.schema();
        try (Connection connection = at.source(schema).getConnection()) {
            long lock = AdvisoryLocks.key("urne", "schemas");
            Sql.first(connection, row -> true, "SELECT pg_advisory_lock(?)", lock); // ends with the connection
            if (Sql.number(connection, HAS_TABLE) > 0) {
                compare(connection, at, origin);
            }
            migrate(at, tables);
            Sql.update(
                    connection,
                    "INSERT INTO installation (one, origin) VALUES (1, ?) ON CONFLICT DO NOTHING",
                    origin.toString());
            compare(connection, at, origin);
        } catch (SQLException e) {
            throw new StoreException(sentence(at, e), e);
        }
    }

    private static void migrate(Postgresql at, SideTables tables) {
        try {
            Schema.migrate(at.source(tables.schema()), tables.migrations() + "/postgresql", tables.schema());
        } catch (RuntimeException e) {
            throw new StoreException(
                    tables.contents() + " in " + tables.schema() + " of " + at + " cannot be opened: " + OneLine.of(e),
                    e);
        }
    }

    private static void compare(Connection connection, Postgresql at, Origin origin) throws SQLException {
        Optional<String> stored =
                Sql.first(connection, row -> row.getString(1), "SELECT origin FROM installation WHERE one = 1");
        if (stored.isPresent() && !stored.get().equals(origin.toString())) {
            throw new StoreException("the database " + at + " is that of the installation " + stored.get() + ", not of "
                    + origin + ": name another database, or the origin " + stored.get());
        }
    }

    /** What an operator can do about it. */
    static String sentence(Postgresql at, SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return switch (state) {
            case "28P01", "28000" -> "PostgreSQL does not let the user into " + at + ": check user and password";
            case "3D000" -> "there is no database " + at + ": make it, or correct the address";
            case "42501" -> "the user of " + at + " may not do what is needed: " + OneLine.of(e);
            default ->
                state.startsWith("08")
                        ? "PostgreSQL cannot be reached at " + at + ": " + OneLine.of(e)
                        : "PostgreSQL at " + at + " cannot be used: " + OneLine.of(e);
        };
    }

    /** Connections that are made anew when the database was away. */
    static HikariDataSource connections(Postgresql at, String schema) {
        HikariConfig pool = pool(at, schema, schema);
        pool.setDataSource(at.source(schema, SILENCE_SECONDS));
        pool.setMinimumIdle(1);
        return new HikariDataSource(pool);
    }

    /** Connections that hold names, apart from those that work under a name. */
    static HikariDataSource lockConnections(Postgresql at, String schema) {
        HikariConfig pool = pool(at, schema, schema + "_locks");
        pool.setMinimumIdle(0);
        pool.setInitializationFailTimeout(-1);
        return new HikariDataSource(pool);
    }

    private static HikariConfig pool(Postgresql at, String schema, String name) {
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(at.source(schema));
        pool.setConnectionInitSql(StoreUse.BY_NODE);
        pool.setMaximumPoolSize(MOST);
        pool.setConnectionTimeout(PATIENCE_MS);
        pool.setValidationTimeout(VALID_MS); // several dead ones in a row must not use the patience up
        pool.setIdleTimeout(IDLE_MS);
        pool.setPoolName(name);
        return pool;
    }
}
