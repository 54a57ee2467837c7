package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tree.GrowingTree;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Check 6: every note of the history is good and its root is that of the tree of its size (docs/formats/evidence.md).
 * The notes are verified first, in parallel; then, while the tree grows, their roots are compared. Of each checkpoint
 * 40 bytes are kept.
 */
final class History {
    private static final int BATCH = 256;

    private final VerifierKey key;
    private final Findings findings;
    private long[] sizes = new long[BATCH];
    private byte[] roots = new byte[BATCH * Sha256.LENGTH];
    private int count;
    private int compared;
    private boolean ended;
    private @Nullable Checkpoint last;

    /** What a worker found out about a note. */
    private record ReadNote(
            @Nullable Checkpoint checkpoint, @Nullable String fault) {}

    History(VerifierKey key, Findings findings) {
        this.key = key;
        this.findings = findings;
    }

    int count() {
        return count;
    }

    /** Reads all notes up to the first that is wrong. */
    void read(EvidenceFiles files, Checkpoint checkpoint, Pipeline pipeline) throws UnreadableEvidenceException {
        Optional<InputStream> stream = files.history();
        if (stream.isEmpty()) {
            return;
        }
        long before = findings.count();
        try (DataInputStream notes = new DataInputStream(new BufferedInputStream(stream.get()))) {
            pipeline.<List<Bytes>, List<ReadNote>>run(
                    () -> batch(notes, files),
                    batch -> batch.stream().map(this::verify).toList(),
                    this::take);
        } catch (IOException e) {
            throw new UnreadableEvidenceException(files.name() + ": history cannot be closed: " + e.getMessage());
        }
        boolean whole = findings.count() == before;
        if (whole && !checkpoint.equals(last)) {
            wrong("does not end with the checkpoint of size " + checkpoint.size());
        }
    }

    private Optional<List<Bytes>> batch(DataInputStream notes, EvidenceFiles files) throws UnreadableEvidenceException {
        List<Bytes> batch = new ArrayList<>();
        try {
            while (batch.size() < BATCH && !ended) {
                int high = notes.read();
                if (high < 0) {
                    ended = true;
                    break;
                }
                byte[] note = new byte[(high << Byte.SIZE) + notes.readUnsignedByte()];
                notes.readFully(note);
                batch.add(Bytes.of(note));
            }
        } catch (ZipException e) {
            ended = true;
            wrong(String.valueOf(e.getMessage()));
        } catch (EOFException e) {
            ended = true;
            wrong("is cut off inside a checkpoint");
        } catch (IOException e) {
            throw new UnreadableEvidenceException(files.name() + ": history cannot be read: " + e.getMessage());
        }
        return batch.isEmpty() ? Optional.empty() : Optional.of(batch);
    }

    private ReadNote verify(Bytes bytes) {
        try {
            SignedNote note = SignedNote.parse(bytes.array());
            note.verify(key);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            if (!checkpoint.origin().equals(key.name())) {
                throw new MalformedException("has another origin than the log");
            }
            return new ReadNote(checkpoint, null);
        } catch (MalformedException e) {
            return new ReadNote(null, e.getMessage());
        }
    }

    private boolean take(List<ReadNote> batch) {
        for (ReadNote note : batch) {
            Checkpoint checkpoint = note.checkpoint();
            if (checkpoint == null) {
                wrong("note " + count + " " + note.fault());
                return false;
            }
            if (count > 0 && checkpoint.size() <= sizes[count - 1]) {
                wrong("note " + count + " has the size " + checkpoint.size() + " behind one of " + sizes[count - 1]);
                return false;
            }
            add(checkpoint);
            last = checkpoint;
        }
        return true;
    }

    private void add(Checkpoint checkpoint) {
        if (count == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * count);
            roots = Arrays.copyOf(roots, Math.multiplyExact(2 * count, Sha256.LENGTH));
        }
        sizes[count] = checkpoint.size();
        System.arraycopy(checkpoint.root().array(), 0, roots, count * Sha256.LENGTH, Sha256.LENGTH);
        count++;
    }

    /** Compares the checkpoint of the tree's present size, if there is one. */
    void compare(GrowingTree tree) {
        if (compared < count && sizes[compared] == tree.size()) {
            int start = compared * Sha256.LENGTH;
            byte[] told = Arrays.copyOfRange(roots, start, start + Sha256.LENGTH);
            if (!Arrays.equals(told, tree.root())) {
                wrong("the checkpoint of size " + tree.size() + " has another root than the tree of that size");
            }
            compared++;
        }
    }

    private void wrong(String text) {
        findings.file(Check.TREE, FileCheck.HISTORY, text);
    }
}
