package eu.urne.engine.store;

import eu.urne.engine.log.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A set of tables beside the log at its place, for whoever reads or fills all of it at once; nodes use
 * {@link OwnerDatabase}.
 *
 * @param shared the database it is a schema of; empty for the file
 * @param file of SQLite, where it is one
 */
public record SideStore(SideTables tables, Optional<StoreSettings.Postgresql> shared, Path file) {

    /** The place where a node with these settings has a set of tables. */
    public static SideStore of(SideTables tables, StoreSettings stores, Path folder) {
        return new SideStore(tables, stores.tables(), folder.resolve(tables.file()));
    }

    /** Whether it is a schema of PostgreSQL. */
    public boolean isPostgresql() {
        return shared.isPresent();
    }

    /** What it is and where, as sentences begin. */
    @Override
    public String toString() {
        return tables.contents()
                + shared.map(at -> " in " + tables.schema() + " of " + at).orElse(" " + file);
    }

    /** Whether there are tables. */
    public boolean isThere() {
        if (shared.isEmpty()) {
            return Files.exists(file);
        }
        try (Connection connection = source(false).getConnection()) {
            return Sql.number(connection, "SELECT count(to_regclass('installation'))") > 0;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * The origin of the installation whose tables these are; empty where they do not say it, as files, or are not
     * there.
     *
     * @throws StoreException in one sentence, if they cannot be read
     */
    public Optional<String> origin() {
        if (!isPostgresql() || !isThere()) {
            return Optional.empty();
        }
        try (Connection connection = source(false).getConnection()) {
            return Sql.first(connection, row -> row.getString(1), "SELECT origin FROM installation WHERE one = 1");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private DataSource source(boolean writes) {
        return shared.<DataSource>map(at -> at.source(tables.schema()))
                .orElseGet(() -> writes ? SqliteFile.source(file, tables) : SqliteFile.unchanging(file));
    }

    /**
     * A connection that can change nothing and sees the tables as they stand at its first question.
     *
     * @throws StoreException in one sentence, if they cannot be read, or are not of this program's version
     */
    public Connection snapshot() {
        try {
            if (isPostgresql()) {
                Schema.check(source(false), tables.migrations() + "/postgresql", tables.schema());
            } else {
                Schema.check(source(false), tables.migrations() + "/sqlite");
            }
            return shared.isPresent()
                    ? LogTables.Shared.snapshot(shared.get(), tables.schema())
                    : LogTables.File.snapshot(file);
        } catch (SQLException | RuntimeException e) {
            throw failed(e);
        }
    }

    /**
     * A connection that writes, and commits when told to; the tables are made where there are none.
     *
     * @param origin of the installation
     * @throws StoreException in one sentence, if they cannot be made, or are of another installation
     */
    public Connection writer(Origin origin) {
        if (shared.isPresent()) {
            PostgresSchema.prepare(shared.get(), tables, origin);
        } else {
            SqliteFile.prepare(file, tables);
        }
        try {
            Connection connection = source(true).getConnection();
            try (Statement statement = connection.createStatement()) {
                if (isPostgresql()) {
                    statement.execute("SET application_name = '" + LogTables.TOOL + "'");
                }
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private StoreException failed(Exception e) {
        return new StoreException(this + " cannot be used: " + OneLine.of(e), e);
    }
}
