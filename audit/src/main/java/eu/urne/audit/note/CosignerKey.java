package eu.urne.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.json.MalformedException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The public key of a witness with its name (docs/formats/witness.md, section 1; c2sp.org/tlog-cosignature, Ed25519).
 *
 * @param name the name of the witness
 * @param id 8 hex digits: the first 4 bytes of SHA-256(name, 0A, 04, key)
 * @param key the Ed25519 key
 */
public record CosignerKey(String name, String id, Ed25519Key key) {
    private static final byte COSIGNATURE_V1 = 4;
    private static final int SIGNATURE_LENGTH = Long.BYTES + Ed25519Key.SIGNATURE_LENGTH;

    /**
     * Names a key.
     *
     * @param name the name of the witness
     * @param key its key
     */
    public static CosignerKey of(String name, Ed25519Key key) {
        return new CosignerKey(name, KeyString.idOf(name, COSIGNATURE_V1, key), key);
    }

    /**
     * Reads a verifier key string of type 04.
     *
     * @param text the string, without a newline
     * @throws MalformedException if it breaks the format or its id is not that of the key
     */
    public static CosignerKey parse(String text) throws MalformedException {
        KeyString read = KeyString.parse(text, COSIGNATURE_V1, "cosignature/v1");
        return new CosignerKey(read.name(), read.id(), read.key());
    }

    /**
     * Gives what a witness signs.
     *
     * @param timeS seconds since the epoch
     * @param text the text of the checkpoint's note
     */
    public static byte[] message(long timeS, String text) {
        return ("cosignature/v1\ntime " + timeS + "\n" + text).getBytes(UTF_8);
    }

    /**
     * Tells whether this witness has cosigned a note.
     *
     * @param note the note of a checkpoint
     * @return the latest time that a good cosignature tells, in seconds since the epoch; empty if there is none
     * @throws MalformedException if one that claims to be of this key is bad
     */
    public OptionalLong cosigned(SignedNote note) throws MalformedException {
        OptionalLong latest = OptionalLong.empty();
        for (SignedNote.Signature signature : note.signatures()) {
            if (signature.name().equals(name) && signature.keyId().equals(id)) {
                long timeS = verified(signature.bytes().array(), note.text());
                latest = OptionalLong.of(Math.max(timeS, latest.orElse(timeS)));
            }
        }
        return latest;
    }

    private long verified(byte[] timed, String text) throws MalformedException {
        if (timed.length == SIGNATURE_LENGTH) {
            ByteBuffer bytes = ByteBuffer.wrap(timed);
            long timeS = bytes.getLong();
            byte[] signature = new byte[Ed25519Key.SIGNATURE_LENGTH];
            bytes.get(signature);
            if (timeS >= 0 && key.verifies(message(timeS, text), signature)) {
                return timeS;
            }
        }
        throw new MalformedException("has a bad cosignature of the witness " + name + "+" + id);
    }

    /** Writes the verifier key string. */
    @Override
    public String toString() {
        return KeyString.text(name, id, COSIGNATURE_V1, key);
    }

    /**
     * Tells whether both have the same name and the same key.
     *
     * @param other any object
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CosignerKey that && that.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
