package eu.urne.engine.council;

import eu.urne.engine.council.SignerEvent.SignerKeyAllowed;
import eu.urne.engine.council.SignerEvent.SignerKeyRegistered;
import eu.urne.engine.council.SignerEvent.SignerKeyRevoked;
import eu.urne.engine.council.SignerEvent.SignerNamed;
import eu.urne.engine.council.SignerEvent.SignerRetired;

/** The states of a signer of minutes. */
public sealed interface Signer {

    /** Nobody of that name yet. */
    record Unnamed() implements Signer {}

    /** Somebody. */
    sealed interface Known extends Signer {

        /** Who it is. */
        SignerTerms terms();

        /** Number of keys registered so far. */
        int keys();
    }

    /** A key may be registered: the first one, or one in place of a revoked one. */
    record Awaited(SignerTerms terms, int keys) implements Known {}

    /** A key is in use. */
    record Keyed(SignerTerms terms, int keys, SignerKey key) implements Known {}

    /** The key was revoked, and another person has to allow a new one. */
    record Barred(SignerTerms terms, int keys, String revokedBy) implements Known {}

    /** Signs no longer. */
    record Retired(SignerTerms terms, int keys) implements Known {}

    /** The state after an event. */
    default Signer after(SignerEvent event) {
        if (event instanceof SignerNamed named) {
            return new Awaited(named.terms(), 0);
        }
        Known known = (Known) this;
        return switch (event) {
            case SignerNamed named -> this;
            case SignerKeyRegistered registered -> new Keyed(known.terms(), registered.number(), registered.key());
            case SignerKeyRevoked revoked -> new Barred(known.terms(), known.keys(), revoked.by());
            case SignerKeyAllowed allowed -> new Awaited(known.terms(), known.keys());
            case SignerRetired retired -> new Retired(known.terms(), known.keys());
        };
    }
}
