package eu.urne.engine.moving;

import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.StoreSettings;
import java.nio.file.Path;

/** A copy in a process of its own, so that it can be killed; prints a line at each step. */
final class CopyInProcess {

    private CopyInProcess() {}

    /** Copies from an SQLite file to another, or to a PostgreSQL address. */
    public static void main(String[] arguments) {
        Steps steps = new Steps() {
            @Override
            public void begin(String what, long total) {}

            @Override
            public void step(long done) {
                System.out.println(done);
            }
        };
        LogCopy.copy(tables(arguments[0]), tables(arguments[1]), TrialLog.ESTABLISHES, steps);
    }

    private static LogTables tables(String place) {
        return place.startsWith("jdbc:")
                ? new LogTables.Shared(new StoreSettings.Postgresql(place, "", ""))
                : new LogTables.File(Path.of(place));
    }
}
