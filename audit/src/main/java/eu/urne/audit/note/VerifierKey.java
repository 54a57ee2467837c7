package eu.urne.audit.note;

import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
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
    private static final int MAX_ORIGIN_LENGTH = 200;

    /**
     * Reads a verifier key string, {@code name+id+base64}.
     *
     * @param text the string, without a newline
     * @throws MalformedException if it breaks the format or its id is not that of the key
     */
    public static VerifierKey parse(String text) throws MalformedException {
        KeyString read = KeyString.parse(text, ED25519, "Ed25519");
        return new VerifierKey(read.name(), read.id(), read.key());
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

    /** Writes the verifier key string. */
    @Override
    public String toString() {
        return KeyString.text(name, id, ED25519, key);
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
