package eu.urne.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.SignedNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A checkpoint that a witness is asked to cosign (c2sp.org/tlog-witness, add-checkpoint).
 *
 * @param oldSize size of the checkpoint that the client thinks is the latest of the witness; 0 for none
 * @param proof hashes of the consistency proof, 32 bytes each, at most 63
 * @param note the signed note
 * @param checkpoint what the note says
 */
record Submission(long oldSize, List<byte[]> proof, SignedNote note, Checkpoint checkpoint) {
    private static final int MAX_PROOF = 63;
    private static final String OLD = "old ";

    /** The most bytes that a request may have: a note, its proof and the first line. */
    static final int MAX_BYTES = SignedNote.MAX_BYTES + MAX_PROOF * 45 + 64;

    /**
     * Reads a request.
     *
     * @param body the whole body
     * @throws MalformedException if it breaks the format
     */
    static Submission parse(byte[] body) throws MalformedException {
        String head = new String(body, UTF_8);
        int end = head.indexOf("\n\n");
        if (end < 0 || !head.startsWith(OLD)) {
            throw new MalformedException("does not begin with 'old', a size, the lines of a proof and an empty line");
        }
        String[] lines = head.substring(0, end).split("\n", -1);
        long oldSize = StrictText.decimal(lines[0].substring(OLD.length()))
                .orElseThrow(() -> new MalformedException("has an old size that is not a decimal number"));
        if (lines.length - 1 > MAX_PROOF) {
            throw new MalformedException("has more than " + MAX_PROOF + " lines of proof");
        }
        List<byte[]> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int line = i + 1;
            proof.add(StrictText.base64(lines[i])
                    .filter(hash -> hash.length == Sha256.LENGTH)
                    .orElseThrow(() -> new MalformedException("has in line " + line + " no base64 of 32 bytes")));
        }
        int noteStart = head.substring(0, end + 2).getBytes(UTF_8).length;
        if (noteStart > body.length) {
            throw new MalformedException("is not UTF-8");
        }
        SignedNote note = SignedNote.parse(Arrays.copyOfRange(body, noteStart, body.length));
        return new Submission(oldSize, List.copyOf(proof), note, Checkpoint.parse(note.text()));
    }
}
