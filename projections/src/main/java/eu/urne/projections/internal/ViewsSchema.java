package eu.urne.projections.internal;

import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings.Postgresql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the read models in PostgreSQL. Nodes that start at the same time make or drop them one by one. */
public final class ViewsSchema {

    static final String NAME = "urne_views";

    /** Key of the advisory lock: the first bytes of the schema's name. */
    private static final long LOCK = 0x75726E655F766965L;

    private static final String WAIT = "SET lock_timeout = '60s'; SELECT pg_advisory_lock(" + LOCK + ")";
    private static final String DROP = "DROP SCHEMA IF EXISTS " + NAME + " CASCADE";

    /** The node that begins them has half a minute to get so far that it builds them. */
    private static final String BEGIN = """
            INSERT INTO progress (processor, segment, build, position, owner, claimed_until)
            VALUES (?, ?, (extract(epoch FROM clock_timestamp()) * 1000000)::BIGINT, 0, ?,
                    clock_timestamp() + interval '30 seconds')
            ON CONFLICT DO NOTHING""";

    private ViewsSchema() {}

    /** Brings the schema up to date for a node; one that is new, or was older, is the node's to build. */
    static void open(Postgresql database, String log, String node) {
        DataSource source = database.source(NAME);
        try (Connection connection = locked(database)) {
            check(connection, log);
            Flyway schema = Flyway.configure()
                    .dataSource(source)
                    .schemas(NAME)
                    .locations("classpath:eu/urne/projections/postgresql")
                    .load();
            switch (SchemaAge.of(schema)) {
                case OLDER -> execute(connection, DROP);
                case NEWER -> throw new StoreException("a newer version of Urne made them; start that one");
                case SAME -> {}
            }
            schema.migrate();
            begin(connection, log, node);
        } catch (RuntimeException | SQLException e) {
            throw failed(database, e);
        }
    }

    /**
     * Drops the read models, to be built anew from the log.
     *
     * @param log key of the public log that they are the views of
     * @throws StoreException in one sentence, if that cannot be, or they are those of another installation
     */
    public static void drop(Postgresql database, String log) {
        try (Connection connection = locked(database)) {
            check(connection, log);
            execute(connection, DROP);
        } catch (RuntimeException | SQLException e) {
            throw failed(database, e);
        }
    }

    /** The lock is the session's, and ends with it. */
    private static Connection locked(Postgresql database) throws SQLException {
        Connection connection = database.source(NAME).getConnection();
        try {
            execute(connection, WAIT);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void check(Connection connection, String log) throws SQLException {
        String encoding = text(connection, "SHOW server_encoding").orElse("");
        if (!encoding.equals("UTF8")) {
            throw new StoreException("the encoding of the database must be UTF8, not " + encoding);
        }
        if (text(connection, "SELECT to_regclass('" + NAME + ".source')::TEXT").isPresent()) {
            Optional<String> other = text(connection, "SELECT log FROM source").filter(found -> !found.equals(log));
            if (other.isPresent()) {
                throw new StoreException("they are the views of another log, " + other.get() + ", not of " + log);
            }
        }
    }

    private static void begin(Connection connection, String log, String node) throws SQLException {
        try (PreparedStatement source =
                        connection.prepareStatement("INSERT INTO source (log) VALUES (?) ON CONFLICT DO NOTHING");
                PreparedStatement progress = connection.prepareStatement(BEGIN)) {
            source.setString(1, log);
            source.executeUpdate();
            progress.setString(1, ViewsFollower.PROCESSOR);
            progress.setInt(2, Positions.SEGMENT);
            progress.setString(3, node);
            progress.executeUpdate();
        }
    }

    private static Optional<String> text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static StoreException failed(Postgresql database, Exception e) {
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new StoreException("the views in " + database + " cannot be opened: " + why, e);
    }
}
