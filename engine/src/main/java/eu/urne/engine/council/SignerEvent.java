package eu.urne.engine.council;

import org.jspecify.annotations.Nullable;

/** What happens to a signer of minutes and her keys (docs/formats/councils.md, section 8). */
public sealed interface SignerEvent {

    /** The council. */
    CouncilId council();

    /** Who signs. */
    SignerId signer();

    /** Somebody will sign minutes. */
    record SignerNamed(CouncilId council, SignerId signer, SignerTerms terms) implements SignerEvent {}

    /**
     * A key is in use from here on, in place of the one before.
     *
     * @param number from 1
     * @param proof signature of the registration with the key
     * @param endorsement signature of the same with the key before; null where none was in use
     */
    record SignerKeyRegistered(
            CouncilId council,
            SignerId signer,
            int number,
            SignerKey key,
            SignatureText proof,
            @Nullable SignatureText endorsement)
            implements SignerEvent {}

    /** The key in use signs nothing from here on. */
    record SignerKeyRevoked(CouncilId council, SignerId signer, int number, String reason, String by)
            implements SignerEvent {}

    /** Another person lets a new key be registered. */
    record SignerKeyAllowed(CouncilId council, SignerId signer, String by) implements SignerEvent {}

    /** Signs no longer. */
    record SignerRetired(CouncilId council, SignerId signer, String reason) implements SignerEvent {}
}
