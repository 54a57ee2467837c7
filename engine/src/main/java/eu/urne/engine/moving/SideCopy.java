package eu.urne.engine.moving;

import eu.urne.engine.log.Origin;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.OtherForms.Side;
import eu.urne.engine.store.SideStore;
import eu.urne.engine.store.SideTables;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Copies the tables beside the log between files and PostgreSQL, set by set. Of each set everything is there at once,
 * or nothing; a set that is there already must be the same. Nobody uses the target, nor the source where it is files.
 */
final class SideCopy {

    private final Place from;
    private final Place to;
    private final Origin origin;
    private final Steps steps;

    /**
     * Where tables are.
     *
     * @param folder of the files, and of what else is a file where the tables are files
     */
    record Place(StoreSettings stores, Path folder) {
        SideStore store(SideTables tables) {
            return SideStore.of(tables, stores, folder);
        }

        /** In sentences. */
        @Override
        public String toString() {
            return stores instanceof StoreSettings.Sqlite ? "the SQLite files in " + folder : "the store " + stores;
        }
    }

    SideCopy(Place from, Place to, Origin origin, Steps steps) {
        this.from = from;
        this.to = to;
        this.origin = origin;
        this.steps = steps;
    }

    /** Copies into files what must not be later than the log; of files it is the caller's business. */
    void copyFirst(List<SideTables> sets) {
        for (SideTables tables : sets) {
            SideStore source = from.store(tables);
            if (source.isPostgresql() && source.isThere()) {
                try (Connection connection = source.snapshot()) {
                    tables.otherForms().moveFirst(connection, to.folder);
                } catch (SQLException | IOException e) {
                    throw failed(source, e);
                }
            }
        }
    }

    /**
     * Copies all sets that are there.
     *
     * @return number of rows
     * @throws StoreException in one sentence, if the target has other rows already, or one of both fails
     */
    long copy(List<SideTables> sets) {
        long rows = 0;
        for (SideTables tables : sets) {
            if (from.store(tables).isThere()) {
                rows += copy(tables);
            }
        }
        return rows;
    }

    /** Whether all sets that are there have the same rows in both. */
    boolean areSame(List<SideTables> sets) {
        for (SideTables tables : sets) {
            SideStore source = from.store(tables);
            if (source.isThere() && !isSame(tables, source, to.store(tables))) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(SideTables tables, SideStore source, SideStore target) {
        try (Connection here = source.snapshot();
                Connection there = target.snapshot()) {
            return new TableCopy(
                            tables,
                            new Side(here, source.isPostgresql(), from.folder),
                            new Side(there, target.isPostgresql(), to.folder))
                    .isSame();
        } catch (SQLException e) {
            throw failed(target, e);
        }
    }

    private long copy(SideTables tables) {
        SideStore source = from.store(tables);
        SideStore target = to.store(tables);
        if (!source.isPostgresql()) {
            updated(source);
        }
        try (Connection connection = source.snapshot()) {
            Side here = new Side(connection, source.isPostgresql(), from.folder);
            if (target.isPostgresql() || target.isThere()) {
                return fill(tables, here, target);
            }
            Path draft = target.file().resolveSibling(target.file().getFileName() + ".new");
            OwnerFiles.deleteDatabase(draft);
            long rows = fill(tables, here, new SideStore(tables, target.shared(), draft));
            OwnerFiles.sync(draft);
            Files.move(draft, target.file(), StandardCopyOption.ATOMIC_MOVE);
            OwnerFiles.sync(
                    Objects.requireNonNull(target.file().toAbsolutePath().getParent()));
            return rows;
        } catch (SQLException | IOException e) {
            throw failed(target, e);
        }
    }

    /** Files that are copied are used by nobody else, and may be of an older program. */
    private void updated(SideStore file) {
        try {
            file.writer(origin).close();
        } catch (SQLException e) {
            throw failed(file, e);
        }
    }

    private long fill(SideTables tables, Side here, SideStore target) throws SQLException, IOException {
        try (Connection connection = target.writer(origin)) {
            TableCopy copy = new TableCopy(tables, here, new Side(connection, target.isPostgresql(), to.folder));
            if (copy.isTargetEmpty()) {
                long rows = copy.copy(steps);
                connection.commit();
                if (!target.isPostgresql()) {
                    oneFile(connection);
                }
                return rows;
            }
            if (!copy.isSame()) {
                throw new StoreException("the target has " + tables.contents()
                        + " already, with other rows than the source; nothing of it was changed: "
                        + (target.isPostgresql()
                                ? "name an empty one"
                                : "delete the file " + target.file() + ", which an earlier move has left"));
            }
            copy.bringUpToDate();
            connection.commit();
            return 0;
        }
    }

    /** Without a journal beside it, so that it can be renamed. */
    private static void oneFile(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
        }
    }

    private static StoreException failed(SideStore store, Exception e) {
        return new StoreException(store + " cannot be copied: " + OneLine.of(e), e);
    }
}
