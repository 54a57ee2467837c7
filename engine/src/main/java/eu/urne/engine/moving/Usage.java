package eu.urne.engine.moving;

import eu.urne.engine.moving.SideCopy.Place;
import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.StoreException;
import eu.urne.engine.store.StoreSettings;
import java.nio.file.Path;
import java.sql.SQLException;

/** Whether a store may be filled, or left, now. */
final class Usage {

    private Usage() {}

    /**
     * Looks whether a store can be filled.
     *
     * @throws StoreException in one sentence, if servers are connected to it, or it is of a kind that is not filled
     */
    static void refuseTarget(StoreSettings stores, Path folder) {
        LogTables unused = InstallationCopy.target(new Place(stores, folder));
        refuseUsed(stores);
    }

    /**
     * Looks whether a database is free.
     *
     * @throws StoreException in one sentence, if servers are connected to it
     */
    static void refuseUsed(StoreSettings stores) {
        stores.tables().ifPresent(database -> {
            try {
                if (new LogTables.Shared(database).isInUse()) {
                    throw new StoreException(
                            "the database " + database + " is in use by a server: stop all nodes first");
                }
            } catch (SQLException e) {
                throw new StoreException("the database " + database + " cannot be used: " + OneLine.of(e), e);
            }
        });
    }

    /** A store in sentences. */
    static String place(StoreSettings stores, Path folder) {
        return stores instanceof StoreSettings.Sqlite ? "the SQLite files in " + folder : "the store " + stores;
    }
}
