package eu.urne.engine.blob.internal;

import eu.urne.engine.blob.Draft;
import eu.urne.engine.store.OwnerDatabase;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of the drafts. */
public final class DraftTable {

    private static final String SAVE = """
            INSERT INTO draft (owner, budget, draft, saved, json) SELECT ?1, ?2, ?3, ?4, ?5
            WHERE (SELECT count(*) FROM draft WHERE owner = ?1 AND budget = ?2 AND draft <> ?3) < ?6
            ON CONFLICT (owner, budget, draft) DO UPDATE SET saved = excluded.saved, json = excluded.json""";

    private static final String COLUMNS = "SELECT draft, saved, json FROM draft WHERE owner = ? AND budget = ?";

    private final OwnerDatabase connections;

    DraftTable(OwnerDatabase connections) {
        this.connections = connections;
    }

    /** Saves a draft unless the owner has too many others; deletes all that were saved before a time. */
    public boolean save(String owner, String budget, Draft draft, int most, long forgottenMs) {
        int saved = connections.write(writer -> {
            writer.update("DELETE FROM draft WHERE saved < ?", forgottenMs);
            return writer.update(SAVE, owner, budget, draft.id(), draft.savedMs(), draft.json(), most);
        });
        return saved > 0;
    }

    /** A draft of this owner. */
    public Optional<Draft> find(String owner, String budget, String id) {
        return connections.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(COLUMNS + " AND draft = ?")) {
                query.setString(1, owner);
                query.setString(2, budget);
                query.setString(3, id);
                return drafts(query).stream().findFirst();
            }
        });
    }

    /** All drafts of this owner in a budget. */
    public List<Draft> all(String owner, String budget) {
        return connections.read(connection -> {
            try (PreparedStatement query = connection.prepareStatement(COLUMNS + " ORDER BY saved DESC, draft")) {
                query.setString(1, owner);
                query.setString(2, budget);
                return drafts(query);
            }
        });
    }

    private static List<Draft> drafts(PreparedStatement query) throws SQLException {
        List<Draft> drafts = new ArrayList<>();
        ResultSet row = query.executeQuery();
        while (row.next()) {
            drafts.add(new Draft(row.getString(1), row.getLong(2), row.getString(3)));
        }
        return drafts;
    }

    /** Deletes a draft, and what the journal has of it. */
    public boolean delete(String owner, String budget, String id) {
        int deleted = connections.write(writer ->
                writer.update("DELETE FROM draft WHERE owner = ? AND budget = ? AND draft = ?", owner, budget, id));
        connections.forgetJournal();
        return deleted > 0;
    }
}
