package eu.urne.engine.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A log's public key with its name, as in c2sp.org/signed-note (docs/formats/log.md, section 5). */
public final class VerifierKey {

    private static final byte ED25519 = 1;

    private final Origin origin;
    private final byte[] publicKey;
    private final byte[] id;

    /**
     * A key of a log.
     *
     * @param publicKey 32 bytes, RFC 8032 §5.1.5
     */
    public VerifierKey(Origin origin, byte[] publicKey) {
        if (publicKey.length != Ed25519PublicKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes, not " + publicKey.length);
        }
        this.origin = origin;
        this.publicKey = publicKey.clone();
        byte[] name = (origin.name() + "\n").getBytes(StandardCharsets.US_ASCII);
        this.id = Arrays.copyOf(TreeHash.sha256(name, new byte[] {ED25519}, publicKey), 4);
    }

    /**
     * Reads a verifier key string {@code name+id+key}.
     *
     * @throws IllegalArgumentException in one sentence, if it is malformed or the key is no point that can verify
     */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        byte[] typed = parts.length == 3 ? Base64Strict.decode(parts[2]) : new byte[0];
        if (typed.length != 1 + Ed25519PublicKeyParameters.KEY_SIZE || typed[0] != ED25519) {
            throw new IllegalArgumentException("\"" + text + "\" is not a verifier key of the form name+id+base64");
        }
        if (!Ed25519.validatePublicKeyPartial(typed, 1)) {
            throw new IllegalArgumentException("the verifier key of " + parts[0] + " is not a point of the curve");
        }
        VerifierKey key = new VerifierKey(new Origin(parts[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!key.idHex().equals(parts[1])) {
            throw new IllegalArgumentException(
                    "the id in the verifier key is " + parts[1] + ", its key has " + key.idHex());
        }
        return key;
    }

    /** Name of the key: the origin of its log. */
    public Origin origin() {
        return origin;
    }

    /** The 4 bytes that name the key in signatures. */
    public byte[] id() {
        return id.clone();
    }

    /** The id as 8 hex digits. */
    public String idHex() {
        return HexFormat.of().formatHex(id);
    }

    /** Whether this is the Ed25519 signature (RFC 8032, pure) of the message by this key. */
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }

    /** The verifier key string. */
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + publicKey.length)
                .put(ED25519)
                .put(publicKey)
                .array();
        return origin + "+" + idHex() + "+" + Base64Strict.encode(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && key.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
