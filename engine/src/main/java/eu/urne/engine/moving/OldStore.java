package eu.urne.engine.moving;

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

/** The store that an installation leaves: it is put aside under names by which no server uses it. */
final class OldStore {

    private static final List<String> OTHER_SCHEMAS = List.of("urne_log", "urne_views");
    private static final List<String> OTHER_FILES = List.of("replica.db", "views.db");

    private final Place from;
    private final Place to;
    private final List<SideTables> sides;
    private final Steps steps;

    OldStore(Place from, Place to, List<SideTables> sides, Steps steps) {
        this.from = from;
        this.to = to;
        this.sides = sides;
        this.steps = steps;
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
        sides.forEach(tables -> schemas.add(tables.schema()));
        return schemas;
    }

    private static String aside(String schema) {
        return Move.ASIDE + "_" + schema;
    }

    private static boolean isThere(Connection connection, String schema) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM pg_namespace WHERE nspname = ?", schema) > 0;
    }

    /**
     * Looks whether it can be put aside: what was moved before stays in its place until somebody deletes it.
     *
     * @throws StoreException in one sentence, if something is in the way, or the role may not rename schemas
     */
    void refuseIfStuck() throws SQLException {
        Path files = from.folder().resolve(Move.ASIDE);
        if (isLeavingFiles() && Files.exists(files)) {
            throw new StoreException("an old store is still in " + files + ": delete it first, or put it elsewhere");
        }
        Optional<StoreSettings.Postgresql> database = left();
        if (database.isPresent()) {
            try (Connection connection = database.get().source("public").getConnection()) {
                refuseIfForbidden(connection, database.get());
                for (String schema : schemas()) {
                    if (isThere(connection, aside(schema))) {
                        throw new StoreException("an old store is still in the schema " + aside(schema) + " of "
                                + database.get() + ": drop it first");
                    }
                }
            }
        }
    }

    private void refuseIfForbidden(Connection connection, StoreSettings.Postgresql database) throws SQLException {
        boolean may =
                Sql.number(connection, "SELECT has_database_privilege(current_database(), 'CREATE')::integer") == 1;
        for (String schema : schemas()) {
            String foreign =
                    "SELECT count(*) FROM pg_namespace WHERE nspname = ? AND NOT pg_has_role(nspowner, 'USAGE')";
            may &= Sql.number(connection, foreign, schema) == 0;
        }
        if (!may) {
            throw new StoreException("the user of " + database + " may not rename its schemas, by which they are put"
                    + " aside: move with their owner, who needs the right CREATE on the database too");
        }
    }

    /** Schemas of a database that were put aside. */
    static List<String> aside(StoreSettings.Postgresql database) throws SQLException {
        try (Connection connection = database.source("public").getConnection()) {
            return Sql.list(
                    connection,
                    row -> row.getString(1),
                    "SELECT nspname FROM pg_namespace WHERE starts_with(nspname, ?) ORDER BY nspname",
                    aside("urne_"));
        }
    }

    /** Whether nothing of it has been put aside yet. */
    boolean isWhole() throws SQLException {
        Optional<StoreSettings.Postgresql> database = left();
        if (database.isEmpty()) {
            return !Files.exists(from.folder().resolve(Move.ASIDE));
        }
        try (Connection connection = database.get().source("public").getConnection()) {
            for (String schema : schemas()) {
                if (isThere(connection, aside(schema))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether it has a log of which the other store has not all. */
    boolean isAhead() {
        boolean isElsewhere = from.stores() instanceof StoreSettings.EventStoreDb;
        if (isElsewhere || !LogPresence.isThere(from.stores(), from.folder().resolve(Backup.LOG))) {
            return false;
        }
        try (StoredLog old = SqlStoredLog.open(InstallationCopy.target(from));
                StoredLog now = SqlStoredLog.open(InstallationCopy.target(to))) {
            for (LogName log : LogName.values()) {
                Optional<SizedNote> last = old.lastCheckpoint(log);
                if (last.isPresent()
                        && !now.checkpoints(log, last.get().size() - 1, 1).equals(List.of(last.get()))) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Puts it aside, or what is left of it; gives where it is now, one place after the other. */
    List<String> putAside() throws IOException, SQLException {
        steps.begin("putting aside", 1);
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
                    steps.step(1);
                }
            }
            connection.commit();
            steps.step(1);
        }
        return renamed.isEmpty() ? List.of() : List.of("the schemas " + String.join(", ", renamed) + " of " + database);
    }

    private List<String> moveFiles() throws IOException {
        List<String> names = new ArrayList<>(OTHER_FILES);
        if (from.stores().tables().isEmpty() && to.stores().tables().isPresent()) {
            sides.stream().map(SideTables::file).forEach(names::add);
            names.addAll(Backup.FILES_OF_ONE_NODE);
        }
        if (!(to.stores() instanceof StoreSettings.Sqlite)) {
            names.add(Backup.LOG); // the last: with it, all the others have gone
        }
        Path folder = from.folder();
        Path aside = folder.resolve(Move.ASIDE);
        boolean any = false;
        for (String name : names) {
            for (String end : OwnerFiles.JOURNALS) {
                Path file = folder.resolve(name + end);
                if (Files.exists(file)) {
                    OwnerFiles.makeFolder(aside);
                    Files.move(file, aside.resolve(name + end));
                    any = true;
                    steps.step(1);
                }
            }
        }
        return any ? List.of("the folder " + aside) : List.of();
    }
}
