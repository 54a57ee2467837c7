package eu.urne.engine.moving;

import eu.urne.engine.log.Entry;
import eu.urne.engine.log.VerifierKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of one log and from which index to which each is in force (docs/formats/log.md, section 4). */
final class KeyTerms {

    private static final String CREATED = "urne.log.LogCreated.v1";
    private static final String ADDED = "urne.log.KeyAdded.v1";
    private static final String RETIRED = "urne.log.KeyRetired.v1";

    private record Term(VerifierKey key, long from, long to) {}

    private final Map<String, Term> terms = new HashMap<>();
    private @Nullable VerifierKey genesis;

    /** The key of the genesis; null before it, or if there is none. */
    @Nullable
    VerifierKey genesis() {
        return genesis;
    }

    /** Whether an entry tells of keys. */
    static boolean isAboutKeys(Entry entry) {
        return entry.type().startsWith("urne.log.");
    }

    /**
     * Takes what an entry tells of keys.
     *
     * @throws IllegalArgumentException if it tells none that is allowed
     */
    void accept(long index, Entry entry) {
        switch (entry.type()) {
            case CREATED -> begin(index, VerifierKey.parse(text(entry)));
            case ADDED -> {
                VerifierKey key = VerifierKey.parse(text(entry));
                if (terms.putIfAbsent(key.idHex(), new Term(key, index + 1, Long.MAX_VALUE)) != null) {
                    throw new IllegalArgumentException("the key " + key.idHex() + " is there already");
                }
            }
            case RETIRED -> terms.computeIfPresent(text(entry), (id, term) -> new Term(term.key, term.from, index));
            default -> throw new IllegalArgumentException("there is no such type");
        }
    }

    private void begin(long index, VerifierKey key) {
        if (index != 0 || genesis != null) {
            throw new IllegalArgumentException("a genesis stands at index 0 and nowhere else");
        }
        genesis = key;
        terms.put(key.idHex(), new Term(key, 0, Long.MAX_VALUE));
    }

    private static String text(Entry entry) {
        return entry.data().path("key").stringValue("");
    }

    /** The key of that id, if it is in force at an index. */
    Optional<VerifierKey> inForce(String id, long index) {
        return Optional.ofNullable(terms.get(id))
                .filter(term -> term.from <= index && index <= term.to)
                .map(Term::key);
    }
}
