package eu.urne.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A signed note (docs/formats/log.md, section 5; c2sp.org/signed-note).
 *
 * @param text the signed text with its last newline
 * @param signatures the first sixty-four of its signatures
 */
public record SignedNote(String text, List<Signature> signatures) {
    /** The most bytes that a note may have. */
    public static final int MAX_BYTES = 65_535;

    private static final int READ_SIGNATURES = 64;
    private static final int KEY_ID_LENGTH = 4;

    /**
     * One signature line.
     *
     * @param name the name of the key
     * @param keyId 8 hex digits
     * @param bytes the signature
     */
    public record Signature(String name, String keyId, Bytes bytes) {

        /** Writes the signature line with its newline. */
        public String line() {
            byte[] id = StrictText.hex(keyId, KEY_ID_LENGTH).orElseThrow();
            byte[] all = Arrays.copyOf(id, id.length + bytes.length());
            System.arraycopy(bytes.array(), 0, all, id.length, bytes.length());
            return "— " + name + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }
    }

    /**
     * Reads a note; it verifies no signature.
     *
     * @param bytes the whole note
     * @throws MalformedException if it breaks the format
     */
    public static SignedNote parse(byte[] bytes) throws MalformedException {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedException("is a note of more than 65,535 bytes");
        }
        String note = utf8(bytes);
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || split + 2 == note.length()) {
            throw new MalformedException("is not a signed note: it has no text, empty line and signature lines");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(split + 2, note.length() - 1).split("\n", -1)) {
            Signature signature = signature(line);
            if (signatures.size() < READ_SIGNATURES) {
                signatures.add(signature);
            }
        }
        return new SignedNote(note.substring(0, split + 1), List.copyOf(signatures));
    }

    private static String utf8(byte[] bytes) throws MalformedException {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("is not a signed note: it is not UTF-8");
        }
    }

    private static Signature signature(String line) throws MalformedException {
        String[] parts = line.split(" ", -1);
        if (parts.length != 3 || !parts[0].equals("—") || parts[1].isEmpty() || parts[1].indexOf('+') >= 0) {
            throw new MalformedException("is not a signed note: a signature line has not the form '— name base64'");
        }
        byte[] bytes = StrictText.base64(parts[2])
                .filter(b -> b.length > KEY_ID_LENGTH)
                .orElseThrow(() -> new MalformedException("is not a signed note: a signature is not strict base64"));
        String keyId = StrictText.hex(Arrays.copyOf(bytes, KEY_ID_LENGTH));
        return new Signature(parts[1], keyId, Bytes.of(Arrays.copyOfRange(bytes, KEY_ID_LENGTH, bytes.length)));
    }

    /**
     * Writes the note with the signatures of one key alone.
     *
     * @param key the key
     */
    public String signedBy(VerifierKey key) {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.stream()
                .filter(signature -> isOf(signature, key))
                .map(Signature::line)
                .forEach(note::append);
        return note.toString();
    }

    private static boolean isOf(Signature signature, VerifierKey key) {
        return signature.name().equals(key.name()) && signature.keyId().equals(key.id());
    }

    /**
     * Verifies the note with the one key that is known.
     *
     * @param key the key
     * @throws MalformedException if no signature is of this key, or one that is does not fit
     */
    public void verify(VerifierKey key) throws MalformedException {
        boolean signed = false;
        for (Signature signature : signatures) {
            if (isOf(signature, key)) {
                if (!key.key().verifies(text.getBytes(UTF_8), signature.bytes().array())) {
                    throw new MalformedException("has a bad signature of the key " + key.name() + "+" + key.id());
                }
                signed = true;
            }
        }
        if (!signed) {
            throw new MalformedException("has no signature of the key " + key.name() + "+" + key.id());
        }
    }

    /**
     * Writes the note with one signature only, that of the log.
     *
     * @param key the key of the log, for which {@link #verify} is good
     * @return the whole note
     */
    public String signedOnlyBy(VerifierKey key) {
        String line = signatures.stream()
                .filter(signature ->
                        signature.name().equals(key.name()) && signature.keyId().equals(key.id()))
                .findFirst()
                .map(Signature::line)
                .orElseThrow();
        return text + "\n" + line;
    }
}
