package eu.urne.engine.vault;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.Person;
import eu.urne.engine.store.OwnerDatabase;
import eu.urne.engine.store.Sql;
import eu.urne.engine.vault.internal.Identity;
import eu.urne.engine.vault.internal.VaultCipher;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The names under which the logs know persons: random, one per person and poll, budget or draw, whatever the number of
 * registers that the person stands in. Safe for use by many threads.
 */
public final class Pseudonyms {

    private static final int BYTES = 16;
    /** Begins the scopes of draws. */
    static final String DRAW = "draw/";

    private static final String POLL = "poll/";
    private static final String CREATE = """
            INSERT INTO pseudonym (scope, identity, pseudonym) VALUES (?, ?, ?)
            ON CONFLICT (scope, identity) DO NOTHING""";
    private static final String ORPHANED =
            "NOT EXISTS (SELECT 1 FROM person WHERE person.identity = pseudonym.identity)";

    private final OwnerDatabase store;

    Pseudonyms(OwnerDatabase store) {
        this.store = store;
    }

    static String scope(PollId poll) {
        return POLL + poll;
    }

    static String scope(BudgetId budget) {
        return "budget/" + budget;
    }

    static String scope(DrawId draw) {
        return DRAW + draw;
    }

    /** The pseudonym in a poll, budget or draw, made on first use. */
    Person getOrCreate(String scope, Identity identity) {
        return find(scope, identity).orElseGet(() -> store.write(connection -> create(connection, scope, identity)));
    }

    /** The pseudonyms of many at once. */
    Map<Identity, Person> getOrCreate(String scope, List<Identity> identities) {
        return store.write(connection -> {
            Map<Identity, Person> all = new HashMap<>();
            for (Identity identity : sorted(identities)) {
                all.put(identity, create(connection, scope, identity));
            }
            return all;
        });
    }

    /** In one order everywhere, so that no two nodes wait for each other. */
    private static List<Identity> sorted(List<Identity> identities) {
        return identities.stream()
                .sorted((one, other) -> Arrays.compareUnsigned(one.bytes(), other.bytes()))
                .toList();
    }

    private static Person create(Connection connection, String scope, Identity identity) throws SQLException {
        String random = HexFormat.of().formatHex(VaultCipher.random(BYTES));
        Sql.update(connection, CREATE, scope, identity.bytes(), random);
        return find(connection, scope, identity).orElseThrow();
    }

    /** The pseudonym in a poll or budget, where there is one. */
    Optional<Person> find(String scope, Identity identity) {
        return store.read(connection -> find(connection, scope, identity));
    }

    private static Optional<Person> find(Connection connection, String scope, Identity identity) throws SQLException {
        return Sql.first(
                connection,
                row -> new Person(row.getString(1)),
                "SELECT pseudonym FROM pseudonym WHERE scope = ? AND identity = ?",
                scope,
                identity.bytes());
    }

    /** Who stands behind the pseudonyms of a poll or budget. */
    Map<Person, Identity> identities(String scope) {
        return store.read(connection -> {
            Map<Person, Identity> all = new HashMap<>();
            Sql.each(
                    connection,
                    row -> {
                        all.put(new Person(row.getString(1)), new Identity(row.getBytes(2)));
                        return true;
                    },
                    "SELECT pseudonym, identity FROM pseudonym WHERE scope = ?",
                    scope);
            return all;
        });
    }

    /** All pseudonyms of an identity, by their scopes. */
    Map<String, Person> all(Identity identity) {
        return store.read(connection -> {
            Map<String, Person> all = new TreeMap<>();
            Sql.each(
                    connection,
                    row -> {
                        all.put(row.getString(1), new Person(row.getString(2)));
                        return true;
                    },
                    "SELECT scope, pseudonym FROM pseudonym WHERE identity = ?",
                    (Object) identity.bytes());
            return all;
        });
    }

    /**
     * Forgets what is left of persons who are erased. In a poll that still admits voters it stays, so that nobody gets
     * a second card by being erased and entered anew.
     */
    void purge(Predicate<PollId> admits) {
        List<String> scopes = store.read(connection -> Sql.list(
                connection, row -> row.getString(1), "SELECT DISTINCT scope FROM pseudonym WHERE " + ORPHANED));
        List<String> over = scopes.stream()
                .filter(scope -> !scope.startsWith(POLL) || !admits.test(new PollId(scope.substring(POLL.length()))))
                .toList();
        if (!over.isEmpty()) {
            store.write(connection -> {
                for (String scope : over) {
                    Sql.update(connection, "DELETE FROM pseudonym WHERE scope = ? AND " + ORPHANED, scope);
                }
                return over.size();
            });
        }
    }
}
