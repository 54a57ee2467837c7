package eu.urne.audit.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.tree.InclusionProof;
import eu.urne.audit.tree.TreeHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt: the proof that an entry is in the tree of a checkpoint (docs/formats/log.md, section 9;
 * c2sp.org/tlog-proof).
 *
 * @param index the index of the entry, below the size of the checkpoint
 * @param proof the hashes of the inclusion proof, 32 bytes each
 * @param note the signed note of the checkpoint
 * @param checkpoint what the note says
 * @param extra what the log has added for people, and nothing vouches for; null for nothing
 */
public record Receipt(
        long index,
        List<byte[]> proof,
        SignedNote note,
        Checkpoint checkpoint,
        @Nullable String extra) {
    /** The most bytes that a receipt may have: a note and 63 hashes fit well. */
    public static final int MAX_BYTES = 2 * SignedNote.MAX_BYTES;

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1\n";
    private static final String EXTRA = "extra ";

    /**
     * Reads a receipt; it verifies neither the signature nor the proof.
     *
     * @param bytes the whole receipt
     * @throws MalformedException if it breaks the format
     */
    public static Receipt parse(byte[] bytes) throws MalformedException {
        String text = new String(bytes, UTF_8);
        int end = text.indexOf("\n\n");
        if (bytes.length > MAX_BYTES || !text.startsWith(FIRST_LINE) || end < FIRST_LINE.length()) {
            throw new MalformedException("is not a receipt: it does not begin with 'c2sp.org/tlog-proof@v1'");
        }
        String body = text.substring(FIRST_LINE.length(), end);
        String extra = extra(body);
        String[] lines = (extra == null ? body : body.substring(body.indexOf('\n') + 1)).split("\n", -1);
        if (!lines[0].startsWith("index ")) {
            throw new MalformedException("is not a receipt: its second line is not 'index' and a number");
        }
        long index = StrictText.decimal(lines[0].substring("index ".length()))
                .orElseThrow(() -> new MalformedException("is not a receipt: its index is not a decimal number"));
        int noteStart = text.substring(0, end + 2).getBytes(UTF_8).length;
        if (noteStart > bytes.length) {
            throw new MalformedException("is not a receipt: it is not UTF-8");
        }
        SignedNote note = SignedNote.parse(Arrays.copyOfRange(bytes, noteStart, bytes.length));
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        if (index >= checkpoint.size()) {
            throw new MalformedException(
                    "tells the index " + index + ", but its checkpoint has only " + checkpoint.size() + " entries");
        }
        List<byte[]> proof = hashes(lines, InclusionProof.length(index, checkpoint.size()));
        return new Receipt(index, proof, note, checkpoint, extra);
    }

    private static @Nullable String extra(String body) throws MalformedException {
        if (!body.startsWith(EXTRA)) {
            return null;
        }
        int end = body.indexOf('\n');
        byte[] extra = StrictText.base64(body.substring(EXTRA.length(), end < 0 ? body.length() : end))
                .filter(bytes -> end >= 0)
                .orElseThrow(() -> new MalformedException("is not a receipt: its line 'extra' is not base64"));
        return new String(extra, UTF_8);
    }

    private static List<byte[]> hashes(String[] lines, int expected) throws MalformedException {
        if (lines.length - 1 != expected) {
            throw new MalformedException(
                    "has " + (lines.length - 1) + " hashes where its index and size need " + expected);
        }
        List<byte[]> hashes = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            hashes.add(StrictText.base64(lines[i])
                    .filter(hash -> hash.length == Sha256.LENGTH)
                    .orElseThrow(() -> new MalformedException("has a hash that is not base64 of 32 bytes")));
        }
        return List.copyOf(hashes);
    }

    /**
     * Tells whether this receipt proves an entry.
     *
     * @param entry the exact bytes of the entry
     * @return whether the entry stands at the index in the tree of the checkpoint
     */
    public boolean proves(byte[] entry) {
        return InclusionProof.verifies(
                index,
                checkpoint.size(),
                TreeHash.leaf(entry),
                proof,
                checkpoint.root().array());
    }
}
