package eu.urne.engine.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reading of notes by c2sp.org/signed-note (docs/formats/log.md, section 5). */
final class SignedNote {

    private static final int MAX_BYTES = 65_535;
    private static final int READ_SIGNATURES = 64;

    private SignedNote() {}

    /**
     * The text of a note signed by the key.
     *
     * @throws IllegalArgumentException in one sentence, if it is malformed, or the key has not signed it, or signed
     *     something else
     */
    static String open(String note, VerifierKey key) {
        int split = note.lastIndexOf("\n\n");
        boolean whole = split >= 0 && note.endsWith("\n") && split + 2 < note.length();
        if (!whole || note.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException("not a signed note: text, an empty line and signatures");
        }
        String text = note.substring(0, split + 1);
        boolean signed = false;
        String[] lines = note.substring(split + 2, note.length() - 1).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Line line = Line.parse(lines[i]);
            signed |= i < READ_SIGNATURES && line.verifies(text, key);
        }
        if (!signed) {
            throw new IllegalArgumentException(
                    "the note is not signed by " + key.origin() + " with key " + key.idHex());
        }
        return text;
    }

    /** One signature line: the name of a key, its 4-byte id, the signature. */
    private record Line(String name, byte[] id, byte[] signature) {

        static Line parse(String line) {
            String[] parts = line.split(" ", -1);
            if (parts.length != 3 || !parts[0].equals("\u2014") || parts[1].isEmpty() || parts[1].contains("+")) {
                throw new IllegalArgumentException("a signature line of the note is malformed");
            }
            byte[] both = Base64Strict.decode(parts[2]);
            if (both.length < 5) {
                throw new IllegalArgumentException("a signature line of the note is malformed");
            }
            return new Line(parts[1], Arrays.copyOf(both, 4), Arrays.copyOfRange(both, 4, both.length));
        }

        boolean verifies(String text, VerifierKey key) {
            if (!name.equals(key.origin().name()) || !Arrays.equals(id, key.id())) {
                return false;
            }
            if (!key.verifies(text.getBytes(StandardCharsets.UTF_8), signature)) {
                throw new IllegalArgumentException("the signature of " + key.origin() + " under the note is wrong");
            }
            return true;
        }
    }
}
