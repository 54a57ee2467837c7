package eu.urne.engine.council;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a signer of minutes. */
public sealed interface SignerCommand {

    /** The council. */
    CouncilId council();

    /** Who signs. */
    SignerId signer();

    /** Name of the signer's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return signer().stream(council());
    }

    /** Name somebody who signs minutes of a council; {@link MinutesOffice#name} sees that there is one. */
    record NameSigner(CouncilId council, SignerId signer, SignerTerms terms) implements SignerCommand {}

    /**
     * Register a key that was made on the signer's device.
     *
     * @param number the next one, from 1
     * @param proof signature of the {@link KeyRegistration} with the key
     * @param endorsement signature of the same with the key in use; null where none is
     */
    record RegisterSignerKey(
            CouncilId council,
            SignerId signer,
            int number,
            SignerKey key,
            SignatureText proof,
            @Nullable SignatureText endorsement)
            implements SignerCommand {

        KeyRegistration registration() {
            return new KeyRegistration(council, key, number, signer);
        }

        /** Whether it is signed with the key that it registers. */
        public boolean isProved() {
            return key.verifies(registration().statement(), proof);
        }

        /** Whether it is signed with this key too. */
        public boolean isEndorsedBy(SignerKey before) {
            return endorsement != null && before.verifies(registration().statement(), endorsement);
        }
    }

    /**
     * Revoke the key in use.
     *
     * @param by who asks, as in the command's origin
     */
    record RevokeSignerKey(CouncilId council, SignerId signer, String reason, String by) implements SignerCommand {}

    /**
     * Let a new key be registered behind a revoked one.
     *
     * @param by who asks, as in the command's origin: another than who revoked
     */
    record AllowSignerKey(CouncilId council, SignerId signer, String by) implements SignerCommand {}

    /** Let somebody sign no longer. */
    record RetireSigner(CouncilId council, SignerId signer, String reason) implements SignerCommand {}
}
