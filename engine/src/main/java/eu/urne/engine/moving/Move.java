package eu.urne.engine.moving;

import eu.urne.engine.FolderLock;
import eu.urne.engine.KeyFiles;
import eu.urne.engine.StoreMark;
import eu.urne.engine.moving.SideCopy.Place;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import eu.urne.engine.store.StoreUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Moves an installation to a store of another kind: log, tables beside it, and what the data folder says of its store.
 * First all is copied and compared. Then the folder says that it is used with neither store, the old one is put aside
 * under names by which no server uses it, and the folder says that it is used with the new one. Killed anywhere it goes
 * on when it is run again.
 */
public final class Move {

    /** Folder, and beginning of names of schemas, of what has moved away. */
    public static final String ASIDE = "moved";

    private final Place from;
    private final Place to;
    private final Parts parts;
    private final Steps steps;
    private final OldStore old;
    private final StoreMark before;
    private final StoreMark now;

    private Move(Place from, Place to, Parts parts, Steps steps) {
        this.from = from;
        this.to = to;
        this.parts = parts;
        this.steps = steps;
        this.old = new OldStore(from, to, parts.sides(), steps);
        this.before = new StoreMark(from.folder(), from.stores());
        this.now = new StoreMark(from.folder(), to.stores());
    }

    /**
     * The schemas that moves have put aside in a database.
     *
     * @throws StoreException in one sentence, if it cannot be asked
     */
    public static List<String> aside(StoreSettings.Postgresql database) {
        try {
            return OldStore.aside(database);
        } catch (SQLException e) {
            throw new StoreException("the database " + database + " cannot be used: " + OneLine.of(e), e);
        }
    }

    /**
     * What was done.
     *
     * @param log empty where all had been copied before, and at most the old store was still in its place
     * @param rows of tables beside the log
     * @param aside where the old store is now, one place after the other
     */
    public record Report(Optional<LogCopy.Report> log, long rows, List<String> aside) {}

    /**
     * Moves.
     *
     * @param folder the data folder, which stays
     * @param from the store that it is used with
     * @throws StoreException in one sentence, if a server runs, the target has something else, or one of both fails;
     *     the installation is then where it was, unless the sentence says that it is in the new store
     */
    public static Report run(Path folder, StoreSettings from, StoreSettings to, Parts parts, Steps steps) {
        if (from.getClass().equals(to.getClass())) {
            throw new StoreException("there is nothing to move: both stores are of one kind (for another database of"
                    + " PostgreSQL use its own tools)");
        }
        if (!Files.isRegularFile(folder.resolve(NodeFolder.ORIGIN))) {
            throw new StoreException("there is no installation in " + folder);
        }
        InstallationCopy.refuseTarget(to);
        try (StoreUse source = StoreUse.alone(from)) {
            boolean isOneDatabase = source.isOf(to);
            if (!isOneDatabase && from.tables().isPresent() && to.tables().isPresent()) {
                throw new StoreException(
                        "the tables beside the log are in " + from.tables().get() + " already: move"
                                + " the log there too, not to " + to.tables().get());
            }
            try (StoreUse target = isOneDatabase ? StoreUse.NONE : StoreUse.alone(to)) {
                return new Move(new Place(from, folder), new Place(to, folder), parts, steps).run(source, target);
            }
        } catch (IOException | SQLException e) {
            throw new StoreException("the installation cannot be moved: " + OneLine.of(e), e);
        }
    }

    private Report run(StoreUse source, StoreUse target) throws IOException, SQLException {
        List<String> keys = keys();
        boolean begins = !now.isThisOne() && !now.isMovingFrom(from.stores());
        if (begins) {
            refuseIfNotHere();
            if (from.stores().tables().isEmpty() && to.stores().tables().isPresent()) {
                parts.pollKeys().intoTables(from.folder(), from.stores());
            }
        }
        FolderLock lock = FolderLock.take(from.folder());
        try {
            return locked(keys, source, target);
        } finally {
            lock.close();
        }
    }

    private Report locked(List<String> keys, StoreUse source, StoreUse target) throws IOException, SQLException {
        if (now.isThisOne()) {
            refuseIfNotThere("the data folder " + to.folder() + " is used with it already, and nothing was moved");
            return new Report(Optional.empty(), 0, List.of());
        }
        if (now.isMovingFrom(from.stores())) {
            if (!isBack()) {
                refuseIfNotThere("nothing was put aside, and no server starts with this data folder");
                return new Report(Optional.empty(), 0, putAside());
            }
            before.replace();
            refuseIfNotHere();
        } else if (!keys.equals(keys())) {
            throw new StoreException("a server has made keys in the data folder meanwhile: run it again");
        }
        return moved(source, target);
    }

    private List<String> keys() throws IOException {
        return new KeyFiles(from.folder().resolve(Backup.KEYS))
                .names().stream().sorted().toList();
    }

    private void refuseIfNotHere() throws IOException, SQLException {
        before.check();
        Identity.check(from.stores(), from.folder(), parts.sides());
        old.refuseIfStuck();
    }

    private void refuseIfNotThere(String consequence) {
        Identity.check(to.stores(), to.folder(), parts.sides());
        if (old.isAhead()) {
            throw new StoreException(to + " does not have what is in " + from + ": " + consequence);
        }
    }

    /**
     * Whether an unfinished move is begun again: nobody has used the files it has made, but another node, whose data
     * folder does not know of the move, may have used the database that it left.
     */
    private boolean isBack() throws SQLException {
        return to.stores() instanceof StoreSettings.Sqlite && old.isWhole();
    }

    private Report moved(StoreUse source, StoreUse target) throws IOException {
        InstallationCopy copy = new InstallationCopy(from, to, parts, steps);
        InstallationCopy.Report copied = copy.copy();
        steps.begin("switching", 1);
        copy.refuseIfChanged();
        StoreUse.refuseNodes(from.stores());
        source.check();
        target.check();
        now.moveFrom(from.stores());
        return new Report(Optional.of(copied.log()), copied.rows(), putAside());
    }

    private List<String> putAside() {
        try {
            List<String> places = old.putAside();
            now.replace();
            return places;
        } catch (IOException | SQLException e) {
            throw new StoreException(
                    "the installation is in " + to + " now, but what is left in " + from
                            + " could not be put aside (" + OneLine.of(e)
                            + "): no server starts with this data folder until ./urne move has been run again",
                    e);
        }
    }
}
