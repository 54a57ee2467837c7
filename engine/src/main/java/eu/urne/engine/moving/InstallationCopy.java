package eu.urne.engine.moving;

import eu.urne.engine.log.Origin;
import eu.urne.engine.moving.SideCopy.Place;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;

/** Copies the log of an installation and all tables beside it to a store of another kind. */
final class InstallationCopy {

    private InstallationCopy() {}

    /**
     * What was copied.
     *
     * @param rows of tables beside the log
     */
    record Report(LogCopy.Report log, long rows) {}

    /**
     * Copies, what the log names behind the log. Killed anywhere it goes on when it is run again.
     *
     * @param from the folder has the origin of the installation
     * @throws StoreException in one sentence, if the target has something else, or one of both fails
     */
    static Report copy(Place from, Place to, Parts parts, Steps steps) throws IOException {
        Origin origin = new Origin(
                Files.readString(from.folder().resolve(NodeFolder.ORIGIN)).strip());
        SideCopy sides = new SideCopy(from, to, origin, steps);
        sides.copyFirst(parts.sides());
        LogCopy.Report log = copyLog(from, to, parts, steps);
        boolean areThere = from.stores().tables().equals(to.stores().tables());
        return new Report(log, areThere ? 0 : sides.copy(parts.sides()));
    }

    private static LogCopy.Report copyLog(Place from, Place to, Parts parts, Steps steps) {
        try (SourceLog source = SourceLog.open(from.stores(), Optional.of(from.folder()), parts.terms())) {
            return LogCopy.copy(source.tables(), target(to), parts.establishes(), steps);
        }
    }

    /** The tables of a log that is filled. */
    static LogTables target(Place to) {
        return switch (to.stores()) {
            case StoreSettings.Sqlite sqlite -> new LogTables.File(to.folder().resolve(Backup.LOG));
            case StoreSettings.Postgresql postgresql -> new LogTables.Shared(postgresql);
            case StoreSettings.EventStoreDb eventStore ->
                throw new StoreException("EventStoreDB is not filled from another store: its order and its seals would"
                        + " be new ones; use sqlite or postgresql (docs/backup.md)");
        };
    }
}
