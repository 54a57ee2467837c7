package eu.urne.audit.note;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;

/**
 * What a checkpoint says (docs/formats/log.md, section 7; c2sp.org/tlog-checkpoint).
 *
 * @param origin the origin of the log
 * @param size number of entries, not negative
 * @param root the tree hash, 32 bytes
 */
public record Checkpoint(String origin, long size, Bytes root) {

    /**
     * Reads the text of a checkpoint's note.
     *
     * @param text three lines, each ended by a newline
     * @throws MalformedException if it is not origin, size and root
     */
    public static Checkpoint parse(String text) throws MalformedException {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new MalformedException("is not a checkpoint: its text is not three lines");
        }
        String origin = VerifierKey.checkedOrigin(lines[0]);
        long size = StrictText.decimal(lines[1])
                .orElseThrow(() -> new MalformedException("is not a checkpoint: its size is not a decimal number"));
        byte[] root = StrictText.base64(lines[2])
                .filter(bytes -> bytes.length == Sha256.LENGTH)
                .orElseThrow(() -> new MalformedException("is not a checkpoint: its root is not base64 of 32 bytes"));
        return new Checkpoint(origin, size, Bytes.of(root));
    }
}
