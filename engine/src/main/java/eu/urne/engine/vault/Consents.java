package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.vault.internal.Identity;
import eu.urne.engine.vault.internal.Sql;
import eu.urne.engine.vault.internal.VaultStore;
import java.util.List;

/** For which children a guardian has consented to take part in which budget. */
final class Consents {

    private final VaultStore store;

    Consents(VaultStore store) {
        this.store = store;
    }

    /**
     * A consent.
     *
     * @param givenMs when it was recorded, milliseconds since the epoch
     * @param by who recorded it
     */
    record Consent(BudgetId budget, long givenMs, String by) {}

    /** Records a consent; again, nothing changes. */
    void record(Identity identity, BudgetId budget, CommandOrigin origin) {
        store.write(connection -> Sql.update(
                connection,
                "INSERT INTO consent (identity, budget, given_ms, given_by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                identity.bytes(),
                budget.value(),
                origin.atMs(),
                origin.by()));
    }

    boolean has(Identity identity, BudgetId budget) {
        return store.read(connection -> Sql.number(
                        connection,
                        "SELECT count(*) FROM consent WHERE identity = ? AND budget = ?",
                        identity.bytes(),
                        budget.value()))
                > 0;
    }

    List<Consent> all(Identity identity) {
        return store.read(connection -> Sql.list(
                connection,
                row -> new Consent(new BudgetId(row.getString(1)), row.getLong(2), row.getString(3)),
                "SELECT budget, given_ms, given_by FROM consent WHERE identity = ? ORDER BY budget",
                (Object) identity.bytes()));
    }
}
