package eu.urne.engine.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reading of notes by c2sp.org/signed-note (docs/formats/log.md, section 5). */
final class SignedNote {

    private static final int MAX_BYTES = 65_535;

    private SignedNote() {}

    /**
     * The text of a note signed by the key.
     *
     * @throws IllegalArgumentException in one sentence, if it is malformed, or the key has not signed it, or signed
     *     something else
     */
    static String open(String note, VerifierKey key) {
        int split = note.lastIndexOf("\n\n");
        if (note.length() > MAX_BYTES || split < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("not a signed note: text, an empty line and signatures");
        }
        String text = note.substring(0, split + 1);
        boolean signed = false;
        for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
            signed |= verifies(line, text, key);
        }
        if (!signed) {
            throw new IllegalArgumentException(
                    "the note is not signed by " + key.origin() + " with key " + key.idHex());
        }
        return text;
    }

    private static boolean verifies(String line, String text, VerifierKey key) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("\u2014") || parts[1].isEmpty()) {
            throw new IllegalArgumentException("a signature line of the note is malformed");
        }
        byte[] both = Base64Strict.decode(parts[2]);
        if (both.length < 5) {
            throw new IllegalArgumentException("a signature line of the note is malformed");
        }
        if (!parts[1].equals(key.origin().name()) || !Arrays.equals(Arrays.copyOf(both, 4), key.id())) {
            return false;
        }
        if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(both, 4, both.length))) {
            throw new IllegalArgumentException("the signature of " + key.origin() + " under the note is wrong");
        }
        return true;
    }
}
