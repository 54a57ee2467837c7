package eu.urne.audit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tree.ConsistencyProof;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One log as a witness knows it: its key and the latest checkpoint that was cosigned. */
final class WitnessedLog {
    private static final int MAX_KEPT = 32;

    private final VerifierKey key;
    private final Cosigner cosigner;
    private final Path folder;
    private @Nullable Checkpoint latest;

    private WitnessedLog(VerifierKey key, Cosigner cosigner, Path folder) {
        this.key = key;
        this.cosigner = cosigner;
        this.folder = folder;
    }

    /**
     * Takes up a log where the folder says it was left.
     *
     * @throws UnreadableEvidenceException if what the folder holds is no good checkpoint of the log: to begin anew
     *     would let the log take entries back
     */
    static WitnessedLog open(VerifierKey key, Cosigner cosigner, Path data) throws UnreadableEvidenceException {
        WitnessedLog log = new WitnessedLog(key, cosigner, data.resolve(name(key.name())));
        try {
            DurableFile.createFolder(log.folder);
            if (Files.exists(log.file())) {
                SignedNote note = SignedNote.parse(Files.readAllBytes(log.file()));
                note.verify(key);
                log.latest = Checkpoint.parse(note.text());
            }
            return log;
        } catch (MalformedException e) {
            throw new UnreadableEvidenceException(
                    log.file() + " " + e.getMessage() + "; the witness does not begin anew by itself");
        } catch (IOException e) {
            throw new UnreadableEvidenceException(log.folder + " cannot be used: " + e.getMessage());
        }
    }

    /** The name under which a log's files stand: the SHA-256 of its origin in hex. */
    static String name(String origin) {
        return StrictText.hex(Sha256.hash(origin.getBytes(UTF_8)));
    }

    VerifierKey key() {
        return key;
    }

    /** Size of the latest checkpoint; 0 if there is none. */
    synchronized long size() {
        return latest == null ? 0 : latest.size();
    }

    /** The file of the latest cosigned checkpoint. */
    Path file() {
        return folder.resolve("checkpoint");
    }

    /**
     * Cosigns a checkpoint if all is well. Whatever it answers with 200 is on disk before.
     *
     * @param timeS seconds since the epoch
     * @throws IOException if the new checkpoint cannot be kept; it is not cosigned then
     */
    synchronized Answer add(Submission submission, long timeS) throws IOException {
        Checkpoint told = submission.checkpoint();
        try {
            submission.note().verify(key);
        } catch (MalformedException e) {
            return Answer.notSigned("the checkpoint " + e.getMessage());
        }
        if (submission.oldSize() > told.size()) {
            return Answer.malformed(
                    "the old size " + submission.oldSize() + " is above the checkpoint's " + told.size());
        }
        if (submission.oldSize() != size()) {
            return Answer.otherSize(size());
        }
        Answer refusal = refusal(submission, told);
        if (refusal != null) {
            keep(submission, told);
            return refusal;
        }
        String line = cosigner.line(submission.note().text(), timeS);
        DurableFile.write(file(), (submission.note().signedOnlyBy(key) + line).getBytes(UTF_8));
        latest = told;
        return Answer.cosigned(line);
    }

    private @Nullable Answer refusal(Submission submission, Checkpoint told) {
        Checkpoint before = latest;
        if (before == null || before.size() == 0) {
            return submission.proof().isEmpty() ? null : Answer.notProved(0, told.size());
        }
        if (before.size() == told.size() && !before.root().equals(told.root())) {
            return Answer.forked(told.size());
        }
        boolean proved = ConsistencyProof.verifies(
                before.size(),
                told.size(),
                submission.proof(),
                before.root().array(),
                told.root().array());
        return proved ? null : Answer.notProved(before.size(), told.size());
    }

    /**
     * Keeps what the log has signed and could not prove. Of two trees of one size each is the other's proof that the
     * log is forked; a tree of another size is one only if the log has no better proof.
     */
    private void keep(Submission submission, Checkpoint told) throws IOException {
        Path file = folder.resolve(
                "refused-" + told.size() + "-" + told.root().hex().substring(0, 16));
        try (Stream<Path> kept = Files.list(folder)) {
            if (!Files.exists(file) && kept.count() <= MAX_KEPT) {
                DurableFile.write(file, submission.note().signedOnlyBy(key).getBytes(UTF_8));
            }
        }
    }
}
