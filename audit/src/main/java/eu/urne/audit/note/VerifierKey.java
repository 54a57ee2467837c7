package eu.urne.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The public key of a log with its name (docs/formats/log.md, section 5; c2sp.org/signed-note).
 *
 * @param name the origin of the log
 * @param id 8 hex digits: the first 4 bytes of SHA-256(name, 0A, 01, key)
 * @param key the Ed25519 key
 */
public record VerifierKey(String name, String id, Ed25519Key key) {
    private static final byte ED25519 = 1;
    private static final int ID_LENGTH = 4;
    private static final int MAX_ORIGIN_LENGTH = 200;

    /**
     * Reads a verifier key string, {@code name+id+base64}.
     *
     * @param text the string, without a newline
     * @throws MalformedException if it breaks the format or its id is not that of the key
     */
    public static VerifierKey parse(String text) throws MalformedException {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedException("is not a verifier key: it has not the form name+id+base64");
        }
        String name = checkedOrigin(parts[0]);
        byte[] typed = StrictText.base64(parts[2])
                .orElseThrow(() -> new MalformedException("is not a verifier key: its last part is not strict base64"));
        if (typed.length != 1 + Ed25519Key.LENGTH || typed[0] != ED25519) {
            throw new MalformedException("is not a verifier key of type Ed25519");
        }
        Ed25519Key key = Ed25519Key.decode(Arrays.copyOfRange(typed, 1, typed.length))
                .orElseThrow(() -> new MalformedException("is not a verifier key: its point is not on the curve"));
        String id = idOf(name, typed);
        if (!id.equals(parts[1])) {
            throw new MalformedException("is not a verifier key: its id does not follow from its name and key");
        }
        return new VerifierKey(name, id, key);
    }

    /**
     * Checks an origin (docs/formats/log.md, section 1).
     *
     * @param origin the text
     * @return the same text
     * @throws MalformedException if it is not 1 to 200 visible ASCII characters without plus, or begins with
     *     {@code urne-}
     */
    public static String checkedOrigin(String origin) throws MalformedException {
        boolean form = !origin.isEmpty()
                && origin.length() <= MAX_ORIGIN_LENGTH
                && StrictText.isVisibleAscii(origin)
                && origin.indexOf('+') < 0;
        if (!form || origin.startsWith("urne-")) {
            throw new MalformedException("has the origin '" + StrictText.printable(origin, 60)
                    + "', which is not 1 to 200 visible ASCII characters without '+' and without 'urne-' in front");
        }
        return origin;
    }

    private static String idOf(String name, byte[] typedKey) {
        byte[] hash = Sha256.hash(name.getBytes(UTF_8), new byte[] {'\n'}, typedKey);
        return StrictText.hex(Arrays.copyOf(hash, ID_LENGTH));
    }

    /** Writes the verifier key string. */
    @Override
    public String toString() {
        byte[] typed = new byte[1 + Ed25519Key.LENGTH];
        typed[0] = ED25519;
        System.arraycopy(key.encoded(), 0, typed, 1, Ed25519Key.LENGTH);
        return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
    }

    /**
     * Tells whether both have the same name and the same key.
     *
     * @param other any object
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifierKey that && that.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
