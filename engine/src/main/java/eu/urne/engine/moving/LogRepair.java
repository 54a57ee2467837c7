package eu.urne.engine.moving;

import eu.urne.engine.store.LogTables;
import eu.urne.engine.store.OneLine;
import eu.urne.engine.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Makes anew what follows from the entries: tiles and claims; and forgets the snapshots. Never touches an entry. */
public final class LogRepair {

    private static final int PAGE = 1_024;

    private LogRepair() {}

    /**
     * Rebuilds, in one transaction. The caller has checked that the entries and checkpoints are sound, and that nobody
     * uses the store.
     *
     * @throws StoreException in one sentence, if that fails; nothing has changed then
     */
    public static void rebuild(LogTables tables, Establishes establishes, Steps steps) {
        try (Connection connection = tables.writer()) {
            StoredLog log = new SqlStoredLog(tables, connection);
            Derived derived = new Derived(establishes);
            steps.begin("rebuilding", log.lastPosition());
            try (TableWriter writer = new TableWriter(tables, connection)) {
                writer.forgetWhatFollows();
                long position = 0;
                for (List<EntryRow> page = log.entries(position, PAGE);
                        !page.isEmpty();
                        page = log.entries(position, PAGE)) {
                    derived.pass(page);
                    writer.tiles(derived.tiles());
                    writer.claims(derived.claims());
                    position = page.getLast().position();
                    steps.step(page.size());
                }
                writer.commit();
            }
        } catch (SQLException e) {
            throw new StoreException("the log in " + tables.place() + " cannot be repaired: " + OneLine.of(e), e);
        }
    }
}
