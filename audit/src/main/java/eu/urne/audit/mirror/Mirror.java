package eu.urne.audit.mirror;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.source.FolderEvidence;
import eu.urne.audit.source.HistoryFile;
import eu.urne.audit.source.MirrorEvidence;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TileTree;
import eu.urne.audit.tree.TreeShape;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mirror of one log in a folder: at any moment evidence for the checkpoint that it holds. One process at a time may
 * keep it.
 */
public final class Mirror implements AutoCloseable {
    private static final String VKEY = "vkey";
    private static final String CHECKPOINT = "checkpoint";
    private static final String HISTORY = "history";
    private static final String REFUSED = "refused-";
    private static final int MAX_REFUSED = 32;
    private static final int ROOT_DIGITS = 16;

    private final MirrorFolder folder;
    private final FolderEvidence files;
    private @Nullable Held held;
    private long historyLength;

    /** Whether nothing but the files of the state held is there: not known of a folder that was left by another run. */
    private boolean exact;

    private boolean exactBefore;

    private Mirror(MirrorFolder folder, FolderEvidence files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * Opens a mirror, or makes an empty one.
     *
     * @param root its folder: it does not exist, is empty or is a mirror
     * @throws UnreadableEvidenceException if it is something else, in use, damaged or cannot be used
     */
    public static Mirror open(Path root) throws UnreadableEvidenceException {
        return open(root, new RealDisk());
    }

    static Mirror open(Path root, Disk disk) throws UnreadableEvidenceException {
        MirrorFolder folder = MirrorFolder.open(root.toAbsolutePath().normalize(), disk);
        try {
            Mirror mirror = new Mirror(folder, FolderEvidence.open(folder.root()));
            folder.removeDrafts();
            if (folder.has(CHECKPOINT)) {
                mirror.take();
            }
            return mirror;
        } catch (UnreadableEvidenceException e) {
            folder.close();
            throw e;
        }
    }

    private void take() throws UnreadableEvidenceException {
        try (InputStream history = new BufferedInputStream(
                files.stream(HISTORY).orElseThrow(() -> new MalformedException("it has no file " + HISTORY)))) {
            VerifierKey key = VerifierKey.parse(new String(file(VKEY, SignedNote.MAX_BYTES), UTF_8).strip());
            byte[] bytes = file(CHECKPOINT, SignedNote.MAX_BYTES);
            SignedNote note = SignedNote.parse(bytes);
            note.verify(key);
            Held found = new Held(key, Checkpoint.parse(note.text()), Bytes.of(bytes));
            long size = found.checkpoint().size();
            historyLength = HistoryFile.lengthUpTo(history, size);
            held = found;
            if (!Bytes.of(tree().root(size)).equals(found.checkpoint().root())) {
                throw new MalformedException("its tiles do not have the root of its checkpoint");
            }
        } catch (MalformedException e) {
            throw new UnreadableEvidenceException(folder.root() + " is a damaged mirror: " + e.getMessage());
        } catch (IOException e) {
            throw new UnreadableEvidenceException(folder.root() + " cannot be read: " + e.getMessage());
        }
    }

    private byte[] file(String name, int maxBytes) throws MalformedException, UnreadableEvidenceException {
        return files.read(name, maxBytes).orElseThrow(() -> new MalformedException("it has no file " + name));
    }

    /** Gives the state that the mirror holds; empty if there is none yet. */
    public Optional<Held> held() {
        return Optional.ofNullable(held);
    }

    /** Gives the number of entries mirrored. */
    public long size() {
        return shape().size();
    }

    /** The shape of the tree that is held. */
    TreeShape shape() {
        return new TreeShape(held == null ? 0 : held.checkpoint().size());
    }

    /** The tree that is held, as its tiles tell it. */
    TileTree tree() {
        return new TileTree(size(), this::tile);
    }

    /** Reads a hash tile of the tree that is held. */
    byte[] tile(TilePath path) throws MalformedException, UnreadableEvidenceException {
        return file(path.name(), TileFile.maxBytes(path.level()));
    }

    /** Begins with the files of a later state; whatever an interrupted run has left of one may be used. */
    void begin() {
        exactBefore = exact;
        exact = false;
    }

    /** Writes a tile or bundle of a later state; those of the state held are never written again. */
    void write(TilePath path, byte[] bytes) throws UnreadableEvidenceException {
        if (!shape().has(path)) {
            folder.write(path.name(), bytes);
        }
    }

    /** Reads a bundle of a later state that an interrupted run has left. Nothing vouches for it. */
    Optional<byte[]> left(TilePath bundle) throws UnreadableEvidenceException {
        try {
            return files.read(bundle.name(), TileFile.maxBytes(bundle.level()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    /** Makes the later state, all of whose files are written, the one that is held. */
    void commit(Held next) throws UnreadableEvidenceException {
        byte[] told = next.note().array();
        byte[] seen = HistoryFile.framed(signedByLog(next).getBytes(UTF_8));
        if (held == null) {
            folder.write(VKEY, (next.key() + "\n").getBytes(US_ASCII));
        }
        folder.append(HISTORY, historyLength, seen);
        folder.sync();
        folder.write(CHECKPOINT, told);
        folder.sync();
        TreeShape before = shape();
        held = next;
        historyLength += seen.length;
        if (exactBefore) {
            removeReplaced(before);
        } else {
            folder.removeOthers(shape());
        }
        exact = true;
    }

    private static String signedByLog(Held state) {
        try {
            return SignedNote.parse(state.note().array()).signedOnlyBy(state.key());
        } catch (MalformedException e) {
            throw new IllegalStateException("this note was read before", e);
        }
    }

    /** Only the last tile of each level can have been replaced by a wider one. */
    private void removeReplaced(TreeShape before) throws UnreadableEvidenceException {
        for (int level = TilePath.ENTRIES; before.size() > 0 && level < before.levels(); level++) {
            TilePath last = before.tile(level, before.tiles(level) - 1);
            if (!shape().has(last)) {
                folder.remove(last);
            }
        }
    }

    /** Removes what is not of the state held. */
    void tidy() throws UnreadableEvidenceException {
        if (!exact) {
            folder.removeOthers(shape());
            exact = true;
        }
    }

    /**
     * Keeps a note that does not fit what is held, with the note that is held, beside the evidence; not more than some.
     *
     * @return the name of the file of the refused note, or of where it would be
     */
    Path keep(Checkpoint refused, byte[] note) throws UnreadableEvidenceException {
        String name = MirrorEvidence.INNER + "/" + REFUSED + label(refused);
        if (folder.kept(REFUSED) < MAX_REFUSED && !folder.has(name)) {
            folder.write(name, note);
            if (held != null) {
                folder.write(
                        MirrorEvidence.INNER + "/held-" + label(held.checkpoint()),
                        held.note().array());
            }
            folder.sync();
        }
        return folder.root().resolve(name);
    }

    private static String label(Checkpoint checkpoint) {
        return checkpoint.size() + "-" + checkpoint.root().hex().substring(0, ROOT_DIGITS);
    }

    @Override
    public void close() throws UnreadableEvidenceException {
        folder.close();
    }
}
