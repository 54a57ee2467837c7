package eu.urne.engine.moving;

import eu.urne.engine.log.Origin;
import eu.urne.engine.moving.SideCopy.Place;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Copies the log of an installation and all tables beside it to a store of another kind. */
final class InstallationCopy {

    private final Place from;
    private final Place to;
    private final Parts parts;
    private final Steps steps;
    private final SideCopy sides;

    /**
     * Knows both.
     *
     * @param from the folder has the origin of the installation
     */
    InstallationCopy(Place from, Place to, Parts parts, Steps steps) throws IOException {
        this.from = from;
        this.to = to;
        this.parts = parts;
        this.steps = steps;
        Origin origin = new Origin(
                Files.readString(from.folder().resolve(NodeFolder.ORIGIN)).strip());
        this.sides = new SideCopy(from, to, origin, steps);
    }

    /**
     * What was copied.
     *
     * @param rows of tables beside the log
     */
    record Report(LogCopy.Report log, long rows) {}

    /**
     * Copies: the log's entries, then what they name, then the log's checkpoints, without which no node uses it. Killed
     * anywhere it goes on when it is run again.
     *
     * @throws StoreException in one sentence, if the target has something else, or one of both fails
     */
    Report copy() {
        AtomicLong rows = new AtomicLong();
        if (areSidesMoved()) {
            sides.copyFirst(parts.sides());
        }
        try (SourceLog source = source();
                StoredLog log = SqlStoredLog.open(source.tables())) {
            LogCopy.Report copied = LogCopy.copy(log, target(to), parts.establishes(), steps, () -> {
                if (areSidesMoved()) {
                    rows.set(sides.copy(parts.sides()));
                }
            });
            return new Report(copied, rows.get());
        }
    }

    /** Of two stores that both have files it is one folder, and of two with PostgreSQL one database. */
    private boolean areSidesMoved() {
        return from.stores().tables().isPresent() != to.stores().tables().isPresent();
    }

    private SourceLog source() {
        return SourceLog.open(from.stores(), Optional.of(from.folder()), parts.terms());
    }

    /**
     * Compares both once more: the ends of the logs, and all rows beside them.
     *
     * @throws StoreException in one sentence, if the source has gone on since it was copied
     */
    void refuseIfChanged() {
        try (SourceLog source = source();
                StoredLog old = SqlStoredLog.open(source.tables());
                StoredLog now = SqlStoredLog.open(target(to))) {
            boolean same = old.lastPosition() == now.lastPosition();
            for (LogName log : LogName.values()) {
                same &= old.lastCheckpoint(log).equals(now.lastCheckpoint(log));
            }
            if (!same || (areSidesMoved() && !sides.areSame(parts.sides()))) {
                throw new StoreException(from + " has changed while it was copied: stop all nodes, and run it again");
            }
        }
    }

    /**
     * Looks whether a store can be filled.
     *
     * @throws StoreException in one sentence, if it is of a kind that is not
     */
    static void refuseTarget(StoreSettings stores) {
        if (stores instanceof StoreSettings.EventStoreDb) {
            throw new StoreException("EventStoreDB is not filled from another store: its order and its seals would"
                    + " be new ones; use sqlite or postgresql (docs/backup.md)");
        }
    }

    /** The tables of a log that is filled. */
    static LogTables target(Place to) {
        refuseTarget(to.stores());
        return to.stores() instanceof StoreSettings.Postgresql postgresql
                ? new LogTables.Shared(postgresql)
                : new LogTables.File(to.folder().resolve(Backup.LOG));
    }
}
