package eu.urne.engine.blob.internal;

import eu.urne.engine.blob.Draft;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The table of the drafts. */
public final class DraftTable {

    private static final String SAVE = """
            INSERT INTO draft (owner, budget, draft, saved, json) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (owner, budget, draft) DO UPDATE SET saved = excluded.saved, json = excluded.json""";

    private static final String OTHERS = "SELECT count(*) FROM draft WHERE owner = ? AND budget = ? AND draft <> ?";

    private static final String COLUMNS = "SELECT draft, saved, json FROM draft WHERE owner = ? AND budget = ?";

    private final OwnerDatabase connections;

    DraftTable(OwnerDatabase connections) {
        this.connections = connections;
    }

    /**
     * Saves a draft unless the owner has too many others (one more for each node on which she saves at the very same
     * time); deletes all that were saved before a time.
     */
    public boolean save(String owner, String budget, Draft draft, int most, long forgottenMs) {
        return connections.write(connection -> {
            Sql.update(connection, "DELETE FROM draft WHERE saved < ?", forgottenMs);
            return Sql.number(connection, OTHERS, owner, budget, draft.id()) < most
                    && Sql.update(connection, SAVE, owner, budget, draft.id(), draft.savedMs(), draft.json()) > 0;
        });
    }

    /** A draft of this owner. */
    public Optional<Draft> find(String owner, String budget, String id) {
        return connections.read(
                connection -> Sql.first(connection, DraftTable::draft, COLUMNS + " AND draft = ?", owner, budget, id));
    }

    /** All drafts of this owner in a budget. */
    public List<Draft> all(String owner, String budget) {
        return connections.read(connection ->
                Sql.list(connection, DraftTable::draft, COLUMNS + " ORDER BY saved DESC, draft", owner, budget));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(row.getString(1), row.getLong(2), row.getString(3));
    }

    /** Deletes a draft, and what the journal has of it. */
    public boolean delete(String owner, String budget, String id) {
        int deleted = connections.write(connection -> Sql.update(
                connection, "DELETE FROM draft WHERE owner = ? AND budget = ? AND draft = ?", owner, budget, id));
        if (deleted > 0) {
            connections.forgetDeleted("draft");
        }
        return deleted > 0;
    }
}
