package eu.urne.engine.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A witness's public key with its name (docs/formats/witness.md, section 1; c2sp.org/tlog-cosignature).
 *
 * @param name of the witness
 * @param publicKey 32 bytes, RFC 8032 §5.1.5
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record CosignerKey(Origin name, byte[] publicKey) {

    private static final byte COSIGNATURE_V1 = 4;
    private static final int LINE_BYTES = 4 + Long.BYTES + Ed25519.SIGNATURE_SIZE;

    /** Checks the length. */
    public CosignerKey {
        if (publicKey.length != Ed25519.PUBLIC_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 public key has 32 bytes, not " + publicKey.length);
        }
        publicKey = publicKey.clone();
    }

    /**
     * Reads a verifier key string of type 04.
     *
     * @throws IllegalArgumentException in one sentence, if it is none
     */
    public static CosignerKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        byte[] typed = parts.length == 3 ? Base64Strict.decode(parts[2]) : new byte[0];
        if (typed.length != 1 + Ed25519.PUBLIC_KEY_SIZE || typed[0] != COSIGNATURE_V1) {
            throw new IllegalArgumentException("\"" + text + "\" is not the key of a witness: name+id+base64, type 04");
        }
        CosignerKey key = new CosignerKey(new Origin(parts[0]), Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException(
                    "the id in the key of the witness " + parts[0] + " is not that of its key");
        }
        return key;
    }

    private byte[] id() {
        byte[] head = (name.name() + "\n").getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(TreeHash.sha256(head, new byte[] {COSIGNATURE_V1}, publicKey), 4);
    }

    /**
     * Whether a signature line is a good cosignature of this witness.
     *
     * @param line without its newline
     * @param text the text of the note that was cosigned
     */
    public boolean signed(String line, String text) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("\u2014") || !parts[1].equals(name.name())) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64Strict.decode(parts[2]);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (bytes.length != LINE_BYTES || !Arrays.equals(Arrays.copyOf(bytes, 4), id())) {
            return false;
        }
        long timeS = ByteBuffer.wrap(bytes, 4, Long.BYTES).getLong();
        byte[] message = ("cosignature/v1\ntime " + timeS + "\n" + text).getBytes(StandardCharsets.UTF_8);
        return timeS >= 0 && Ed25519.verify(bytes, 4 + Long.BYTES, publicKey, 0, message, 0, message.length);
    }
}
