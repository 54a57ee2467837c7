package eu.urne.engine.moving;

import eu.urne.engine.FolderLock;
import eu.urne.engine.StoreMark;
import eu.urne.engine.moving.SideCopy.Place;
import eu.urne.engine.store.LogName;
import eu.urne.engine.store.LogPresence;
import eu.urne.engine.store.LogReader.SizedNote;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.Sql;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves an installation to a store of another kind: log, tables beside it, and what the data folder says of its store.
 * First all is copied and compared, then the folder says that it is used with the new store, then the old one is put
 * aside under names by which no server uses it. Killed anywhere it goes on when it is run again.
 */
public final class Move {

    /** Folder, and beginning of names of schemas, of what has moved away. */
    public static final String ASIDE = "moved";

    private static final List<String> OTHER_SCHEMAS = List.of("urne_log", "urne_views");
    private static final List<String> OTHER_FILES = List.of("replica.db", "views.db");

    private final Place from;
    private final Place to;
    private final Parts parts;
    private final Steps steps;

    private Move(Place from, Place to, Parts parts, Steps steps) {
        this.from = from;
        this.to = to;
        this.parts = parts;
        this.steps = steps;
    }

    /**
     * What was done.
     *
     * @param log empty where all had been copied before, and only the old store was still in its place
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
     *     the installation is then where it was
     */
    public static Report run(Path folder, StoreSettings from, StoreSettings to, Parts parts, Steps steps) {
        if (from.getClass().equals(to.getClass())) {
            throw new StoreException("there is nothing to move: both stores are of one kind (for another database of"
                    + " PostgreSQL use its own tools)");
        }
        if (!Files.isRegularFile(folder.resolve(NodeFolder.ORIGIN))) {
            throw new StoreException("there is no installation in " + folder);
        }
        Usage.refuseTarget(to, folder);
        Usage.refuseUsed(from);
        try {
            return new Move(new Place(from, folder), new Place(to, folder), parts, steps).run();
        } catch (IOException | SQLException e) {
            throw new StoreException("the installation cannot be moved: " + e.getMessage(), e);
        }
    }

    private Report run() throws IOException, SQLException {
        Path folder = from.folder();
        StoreMark moved = new StoreMark(folder, to.stores());
        boolean isCopied = moved.isThisOne();
        if (!isCopied) {
            new StoreMark(folder, from.stores()).check();
            refuseIfAside();
            if (from.stores().tables().isEmpty() && to.stores().tables().isPresent()) {
                parts.pollKeys().intoTables(folder, from.stores());
            }
        }
        FolderLock lock = FolderLock.take(folder);
        try {
            Optional<InstallationCopy.Report> copied = Optional.empty();
            if (!isCopied) {
                copied = Optional.of(InstallationCopy.copy(from, to, parts, steps));
                Usage.refuseUsed(from.stores()); // nobody has started a server meanwhile
                moved.replace();
            }
            return new Report(
                    copied.map(InstallationCopy.Report::log),
                    copied.map(InstallationCopy.Report::rows).orElse(0L),
                    isStillThere() ? putAside() : List.of());
        } finally {
            lock.close();
        }
    }

    /** What was moved before stays in its place until somebody deletes it. */
    private void refuseIfAside() throws SQLException {
        Path files = from.folder().resolve(ASIDE);
        if (isLeavingFiles() && Files.exists(files)) {
            throw new StoreException("an old store is still in " + files + ": delete it first, or put it elsewhere");
        }
        Optional<StoreSettings.Postgresql> database = left();
        if (database.isPresent()) {
            try (Connection connection = database.get().source("public").getConnection()) {
                for (String schema : schemas()) {
                    if (isThere(connection, aside(schema))) {
                        throw new StoreException("an old store is still in the schema " + aside(schema) + " of "
                                + database.get() + ": drop it first");
                    }
                }
            }
        }
    }

    private boolean isLeavingFiles() {
        return !(from.stores() instanceof StoreSettings.Postgresql);
    }

    /** The database that is not used any more, if there is one. */
    private Optional<StoreSettings.Postgresql> left() {
        return from.stores().tables().filter(database -> to.stores().tables().isEmpty());
    }

    private List<String> schemas() {
        List<String> schemas = new ArrayList<>(OTHER_SCHEMAS);
        parts.sides().forEach(tables -> schemas.add(tables.schema()));
        return schemas;
    }

    private static String aside(String schema) {
        return ASIDE + "_" + schema;
    }

    private static boolean isThere(Connection connection, String schema) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM pg_namespace WHERE nspname = ?", schema) > 0;
    }

    /**
     * Whether the old store is still in its place.
     *
     * @throws StoreException in one sentence, if it has something that is not in the new one: it is another one
     */
    private boolean isStillThere() {
        if (from.stores() instanceof StoreSettings.EventStoreDb) {
            return true; // only what this node has of it is put aside
        }
        if (!LogPresence.isThere(from.stores(), from.folder().resolve(Backup.LOG))) {
            return false;
        }
        try (StoredLog old = SqlStoredLog.open(InstallationCopy.target(from));
                StoredLog now = SqlStoredLog.open(InstallationCopy.target(to))) {
            for (LogName log : LogName.values()) {
                Optional<SizedNote> last = old.lastCheckpoint(log);
                if (last.isPresent()
                        && !now.checkpoints(log, last.get().size() - 1, 1).equals(List.of(last.get()))) {
                    throw new StoreException("the data folder " + from.folder() + " is used with "
                            + Usage.place(to.stores(), to.folder()) + " already, which does not have what is in "
                            + Usage.place(from.stores(), from.folder()) + ": nothing was moved");
                }
            }
        }
        return true;
    }

    private List<String> putAside() throws IOException, SQLException {
        List<String> places = new ArrayList<>();
        Optional<StoreSettings.Postgresql> database = left();
        if (database.isPresent()) {
            places.addAll(renameSchemas(database.get()));
        }
        if (isLeavingFiles()) {
            places.addAll(moveFiles());
        }
        return places;
    }

    private List<String> renameSchemas(StoreSettings.Postgresql database) throws SQLException {
        List<String> renamed = new ArrayList<>();
        try (Connection connection = database.source("public").getConnection()) {
            connection.setAutoCommit(false);
            for (String schema : schemas()) {
                if (isThere(connection, schema)) {
                    Sql.update(connection, "ALTER SCHEMA " + schema + " RENAME TO " + aside(schema));
                    renamed.add(aside(schema));
                }
            }
            connection.commit();
        }
        return renamed.isEmpty() ? List.of() : List.of("the schemas " + String.join(", ", renamed) + " of " + database);
    }

    private List<String> moveFiles() throws IOException {
        List<String> names = new ArrayList<>(OTHER_FILES);
        if (from.stores().tables().isEmpty() && to.stores().tables().isPresent()) {
            parts.sides().stream().map(SideTables::file).forEach(names::add);
            names.addAll(Backup.FILES_OF_ONE_NODE);
        }
        if (!(to.stores() instanceof StoreSettings.Sqlite)) {
            names.add(Backup.LOG); // the last: with it, all the others have gone
        }
        Path folder = from.folder();
        Path aside = folder.resolve(ASIDE);
        boolean any = false;
        for (String name : names) {
            for (String end : OwnerFiles.JOURNALS) {
                Path file = folder.resolve(name + end);
                if (Files.exists(file)) {
                    OwnerFiles.makeFolder(aside);
                    Files.move(file, aside.resolve(name + end));
                    any = true;
                }
            }
        }
        return any ? List.of("the folder " + aside) : List.of();
    }
}
