package eu.urne.engine.store;

import static org.junit.jupiter.api.Assumptions.abort;

import eu.urne.engine.DataDirectory;
import eu.urne.engine.store.StoreSettings.Postgresql;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the tables beside the log are: every test of them runs on both. */
public enum Beside {
    FILES,
    POSTGRESQL;

    private static final Map<Path, StoreSettings> DATABASES = new ConcurrentHashMap<>();

    /** Opens a folder; the same folder again has the same database. */
    public DataDirectory open(Path folder) {
        return DataDirectory.open(folder, "test.example/log", settings(folder));
    }

    /** The settings of a folder. */
    public StoreSettings settings(Path folder) {
        return switch (this) {
            case FILES -> new StoreSettings.Sqlite();
            case POSTGRESQL -> DATABASES.computeIfAbsent(folder, none -> emptyDatabase());
        };
    }

    /** A new database for several nodes; the test is skipped where there is no PostgreSQL. */
    public static Postgresql emptyDatabase() {
        return new Postgresql(TrialPostgres.database().orElseGet(() -> abort("there is no PostgreSQL here")), "", "");
    }
}
