package eu.urne.audit.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A public key of Ed25519 (RFC 8032, pure). */
public final class Ed25519Key {
    /** Length of a public key in bytes. */
    public static final int LENGTH = 32;

    /** Length of a signature in bytes. */
    public static final int SIGNATURE_LENGTH = 64;

    private final byte[] encoded;
    private final Ed25519PublicKeyParameters parameters;

    private Ed25519Key(byte[] encoded) {
        this.encoded = encoded.clone();
        this.parameters = new Ed25519PublicKeyParameters(encoded);
    }

    /**
     * Decodes a key (RFC 8032 section 5.1.3).
     *
     * @param encoded its bytes
     * @return the key, or empty if these are not 32 bytes or no point of the curve
     */
    public static Optional<Ed25519Key> decode(byte[] encoded) {
        if (encoded.length != LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Ed25519Key(encoded));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Verifies a signature (RFC 8032 section 5.1.7); one whose S is not below the group order is refused.
     *
     * @param message the signed bytes
     * @param signature the signature; of another length than 64 it is refused
     * @return whether it is good
     */
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_LENGTH
                && parameters.verify(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    }

    /**
     * Verifies one signature of a key that is used once, without decoding the key first.
     *
     * @param key 32 bytes; a key that is no point of the curve verifies nothing
     * @param message the signed bytes
     * @param signature the signature
     * @return whether it is good
     */
    public static boolean verifiesOnce(byte[] key, byte[] message, byte[] signature) {
        return key.length == LENGTH
                && signature.length == SIGNATURE_LENGTH
                && Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
    }

    /** Gives the 32 bytes of the key. */
    public byte[] encoded() {
        return encoded.clone();
    }
}
