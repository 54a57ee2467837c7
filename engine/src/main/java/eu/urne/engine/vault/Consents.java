package eu.urne.engine.vault;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.roll.Eligibility;
import eu.urne.engine.roll.EligibilityRule;
import eu.urne.engine.roll.Ineligible;
import eu.urne.engine.roll.PersonFacts;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import eu.urne.engine.vault.internal.Identity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To what of which children a guardian has consented: a part in a budget, a candidacy; by scopes of {@link Pseudonyms}.
 */
final class Consents {

    private final OwnerDatabase store;

    Consents(OwnerDatabase store) {
        this.store = store;
    }

    /**
     * A consent.
     *
     * @param scope to what
     * @param givenMs when it was recorded, milliseconds since the epoch
     * @param by who recorded it
     */
    record Consent(String scope, long givenMs, String by) {}

    /**
     * What stands against a person: the rule, a consent that is missing, or both.
     *
     * @param who the rule; null for none
     * @param missing whether a guardian would have to consent and has not
     */
    static Optional<Ineligible> against(@Nullable EligibilityRule who, PersonFacts facts, boolean missing) {
        Optional<Ineligible> rule =
                who != null && Eligibility.of(who, facts) instanceof Eligibility.Refused(Ineligible why)
                        ? Optional.of(why)
                        : Optional.empty();
        if (!missing) {
            return rule;
        }
        Ineligible consent = new Ineligible.NoConsent();
        return Optional.of(rule.<Ineligible>map(why -> new Ineligible.Several(List.of(why, consent)))
                .orElse(consent));
    }

    /** Records a consent; again, nothing changes. */
    void record(Identity identity, String scope, CommandOrigin origin) {
        store.write(connection -> Sql.update(
                connection,
                "INSERT INTO consent (identity, scope, given_ms, given_by) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                identity.bytes(),
                scope,
                origin.atMs(),
                origin.by()));
    }

    boolean has(Identity identity, String scope) {
        return store.read(connection -> Sql.number(
                        connection,
                        "SELECT count(*) FROM consent WHERE identity = ? AND scope = ?",
                        identity.bytes(),
                        scope))
                > 0;
    }

    List<Consent> all(Identity identity) {
        return store.read(connection -> Sql.list(
                connection,
                row -> new Consent(row.getString(1), row.getLong(2), row.getString(3)),
                "SELECT scope, given_ms, given_by FROM consent WHERE identity = ? ORDER BY scope",
                (Object) identity.bytes()));
    }
}
