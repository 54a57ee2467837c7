package eu.urne.audit.event;

import eu.urne.audit.crypto.Bytes;
import org.jspecify.annotations.Nullable;

/** Events of the stream of a signer of minutes (docs/formats/councils.md, section 8). */
public sealed interface SignerEvent extends Event {

    /** Gives the council's id. */
    String council();

    /** Gives the signer's id. */
    String signer();

    /**
     * Somebody will sign minutes.
     *
     * @param council the council's id
     * @param signer the signer's id
     * @param chair whether as the chair; else as the secretary
     * @param seat of the chair, or 0
     */
    record SignerNamed(String council, String signer, boolean chair, int seat) implements SignerEvent {}

    /**
     * A key is in use.
     *
     * @param council the council's id
     * @param signer the signer's id
     * @param number of the key
     * @param key 32 bytes
     * @param proof signature with it
     * @param endorsement signature with the one before; null where none was in use
     * @param statement what both sign
     */
    record SignerKeyRegistered(
            String council,
            String signer,
            int number,
            Bytes key,
            Bytes proof,
            @Nullable Bytes endorsement,
            Bytes statement)
            implements SignerEvent {}

    /**
     * The key in use signs nothing any more.
     *
     * @param council the council's id
     * @param signer the signer's id
     * @param number of the key
     * @param by who says so
     */
    record SignerKeyRevoked(String council, String signer, int number, String by) implements SignerEvent {}

    /**
     * A new key may be registered.
     *
     * @param council the council's id
     * @param signer the signer's id
     * @param by who says so
     */
    record SignerKeyAllowed(String council, String signer, String by) implements SignerEvent {}

    /**
     * Signs no longer.
     *
     * @param council the council's id
     * @param signer the signer's id
     */
    record SignerRetired(String council, String signer) implements SignerEvent {}
}
