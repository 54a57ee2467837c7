package eu.urne.engine.store;

import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables of a database to what this program expects. */
public final class Schema {

    private Schema() {}

    /**
     * Makes or changes the tables of a database that has only these.
     *
     * @param migrations where they are on the class path
     * @throws StoreException in one sentence, if a newer program made them
     * @throws RuntimeException of the database or of Flyway
     */
    public static void migrate(DataSource source, String migrations) {
        migrate(Flyway.configure().dataSource(source), migrations);
    }

    /**
     * Makes or changes the tables of one schema of a database, which it makes where it is not there. Of several nodes
     * one does it, the others wait.
     */
    public static void migrate(DataSource source, String migrations, String schema) {
        migrate(Flyway.configure().dataSource(source).schemas(schema).defaultSchema(schema), migrations);
    }

    /**
     * Looks whether the tables are those of this program, and changes nothing.
     *
     * @throws StoreException in one sentence, if another version made them
     */
    static void check(DataSource source, String migrations) {
        check(loaded(Flyway.configure().dataSource(source), migrations));
    }

    /** The same for the tables of one schema. */
    static void check(DataSource source, String migrations, String schema) {
        check(loaded(Flyway.configure().dataSource(source).schemas(schema).defaultSchema(schema), migrations));
    }

    private static void check(Flyway flyway) {
        refuseNewer(flyway);
        if (flyway.info().pending().length > 0) {
            throw new StoreException("an older program has made its tables: start the server of this one first");
        }
    }

    private static void migrate(FluentConfiguration configuration, String migrations) {
        Flyway flyway = loaded(configuration, migrations);
        refuseNewer(flyway);
        flyway.migrate();
    }

    private static Flyway loaded(FluentConfiguration configuration, String migrations) {
        return configuration.locations("classpath:" + migrations).load();
    }

    private static void refuseNewer(Flyway flyway) {
        Optional<MigrationInfo> newer = Arrays.stream(flyway.info().all())
                .filter(each -> each.getState().isApplied() && !each.getState().isResolved())
                .findFirst();
        if (newer.isPresent()) {
            throw new StoreException("its tables are of version " + newer.get().getVersion()
                    + ", which a newer program has made: use that program");
        }
    }
}
