package eu.urne.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Ed25519Key;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import java.util.Arrays;
import java.util.Base64;

/**
 * A verifier key string, {@code name+id+base64(type, key)} (c2sp.org/signed-note), of whatever signature type.
 *
 * @param name the name of the key
 * @param id 8 hex digits: the first 4 bytes of SHA-256(name, 0A, type, key)
 * @param key the Ed25519 key
 */
record KeyString(String name, String id, Ed25519Key key) {
    private static final int ID_LENGTH = 4;

    /**
     * Reads a string.
     *
     * @param type the signature type that the key must have
     * @param known what the type is called
     * @throws MalformedException if it breaks the format, has another type or an id that is not that of the key
     */
    static KeyString parse(String text, byte type, String known) throws MalformedException {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new MalformedException("is not a verifier key: it has not the form name+id+base64");
        }
        String name = VerifierKey.checkedOrigin(parts[0]);
        byte[] typed = StrictText.base64(parts[2])
                .orElseThrow(() -> new MalformedException("is not a verifier key: its last part is not strict base64"));
        if (typed.length != 1 + Ed25519Key.LENGTH || typed[0] != type) {
            throw new MalformedException("is not a verifier key of type " + known);
        }
        Ed25519Key key = Ed25519Key.decode(Arrays.copyOfRange(typed, 1, typed.length))
                .orElseThrow(() -> new MalformedException("is not a verifier key: its point is not on the curve"));
        String id = idOf(name, typed);
        if (!id.equals(parts[1])) {
            throw new MalformedException("is not a verifier key: its id does not follow from its name and key");
        }
        return new KeyString(name, id, key);
    }

    /** The id of a key of that name and type. */
    static String idOf(String name, byte type, Ed25519Key key) {
        return idOf(name, typed(type, key));
    }

    private static String idOf(String name, byte[] typed) {
        byte[] hash = Sha256.hash(name.getBytes(UTF_8), new byte[] {'\n'}, typed);
        return StrictText.hex(Arrays.copyOf(hash, ID_LENGTH));
    }

    /** Writes the string of a key. */
    static String text(String name, String id, byte type, Ed25519Key key) {
        return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed(type, key));
    }

    private static byte[] typed(byte type, Ed25519Key key) {
        byte[] typed = new byte[1 + Ed25519Key.LENGTH];
        typed[0] = type;
        System.arraycopy(key.encoded(), 0, typed, 1, Ed25519Key.LENGTH);
        return typed;
    }
}
