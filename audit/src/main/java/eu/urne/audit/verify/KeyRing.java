package eu.urne.audit.verify;

import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.note.VerifierKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys of a log and where they are in force (docs/formats/log.md, section 4). Workers may look keys up ahead. */
final class KeyRing {
    private final Map<String, Term> terms = new ConcurrentHashMap<>();
    private final VerifierKey genesis;

    /** A key and the indexes of the first and last entry that it may sign. */
    record Term(Ed25519Key key, long first, long last) {
        boolean covers(long index) {
            return index >= first && index <= last;
        }
    }

    KeyRing(VerifierKey genesis) {
        this.genesis = genesis;
        terms.put(genesis.id(), new Term(genesis.key(), 0, Long.MAX_VALUE));
    }

    VerifierKey genesis() {
        return genesis;
    }

    Optional<Term> find(String keyId) {
        return Optional.ofNullable(terms.get(keyId));
    }

    /** Takes a key in force behind an entry; tells whether its id is new. */
    boolean add(VerifierKey key, long index) {
        return terms.putIfAbsent(key.id(), new Term(key.key(), index + 1, Long.MAX_VALUE)) == null;
    }

    /** Retires a key with an entry, which it may still sign. */
    void retire(String keyId, long index) {
        terms.computeIfPresent(keyId, (id, term) -> new Term(term.key(), term.first(), index));
    }
}
