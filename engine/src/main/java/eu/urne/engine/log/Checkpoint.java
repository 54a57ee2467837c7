package eu.urne.engine.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The signed statement of a log's size and root (c2sp.org/tlog-checkpoint, docs/formats/log.md, section 7).
 *
 * @param size number of entries
 * @param root 32 bytes
 */
public record Checkpoint(Origin origin, long size, byte[] root) {

    /** Signs it as a note (c2sp.org/signed-note). */
    public String sign(Signer signer) {
        String text = text();
        byte[] id = signer.verifierKey().id();
        byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
        byte[] both = Arrays.copyOf(id, id.length + signature.length);
        System.arraycopy(signature, 0, both, id.length, signature.length);
        return text + "\n\u2014 " + signer.verifierKey().origin() + " " + Base64Strict.encode(both) + "\n";
    }

    /** The text that is signed: three lines. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64Strict.encode(root) + "\n";
    }

    /**
     * Reads a note that this key has signed; signatures of other keys are ignored.
     *
     * @throws IllegalArgumentException in one sentence, if the note is malformed or not signed by the key
     */
    public static Checkpoint verify(String note, VerifierKey key) {
        String text = SignedNote.open(note, key);
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException("a checkpoint is three lines: origin, size, root");
        }
        byte[] root = Base64Strict.decode(lines[2]);
        if (!lines[0].equals(key.origin().name()) || root.length != TreeHash.LENGTH) {
            throw new IllegalArgumentException("the checkpoint is of " + lines[0] + ", not of " + key.origin());
        }
        return new Checkpoint(key.origin(), size(lines[1]), root);
    }

    private static long size(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the size " + digits + " of the checkpoint is above 2^63-1", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint that && that.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }
}
