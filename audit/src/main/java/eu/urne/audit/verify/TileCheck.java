package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.GrowingTree;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Check 6: every hash tile is what the entries give (docs/formats/log.md, section 8). */
final class TileCheck {
    private final EvidenceFiles files;
    private final Findings findings;
    private final List<Growing> levels = new ArrayList<>();

    /** The tile of a level that is being filled. */
    private static final class Growing {
        private final ByteArrayOutputStream hashes = new ByteArrayOutputStream(TileFile.maxBytes(0));
        private GrowingTree tree = new GrowingTree();
        private long number;
    }

    TileCheck(EvidenceFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Takes the leaf hashes of a bundle and the tile of level 0 that was read with it; null if it is missing. */
    void bundle(List<Bytes> leaves, @Nullable Bytes tile) throws UnreadableEvidenceException {
        for (Bytes leaf : leaves) {
            grow(0, leaf.array());
        }
        Growing level = levels.getFirst();
        boolean full = leaves.size() == TilePath.FULL;
        byte[] expected = level.hashes.toByteArray();
        TilePath path = new TilePath(0, level.number, leaves.size());
        if (tile != null && !Arrays.equals(tile.array(), expected)) {
            findings.file(Check.TREE, path.name(), "is not the tile that the entries give");
        }
        if (full) {
            finish(0);
        }
    }

    /** Compares the partial tiles that are left at the end. */
    void end() throws UnreadableEvidenceException {
        for (int level = 1; level < levels.size(); level++) {
            if (levels.get(level).tree.size() > 0) {
                compare(level);
            }
        }
    }

    private void grow(int level, byte[] hash) throws UnreadableEvidenceException {
        if (level == levels.size()) {
            levels.add(new Growing());
        }
        Growing growing = levels.get(level);
        growing.hashes.writeBytes(hash);
        growing.tree.append(hash);
        if (level > 0 && growing.tree.size() == TilePath.FULL) {
            compare(level);
            finish(level);
        }
    }

    private void finish(int level) throws UnreadableEvidenceException {
        Growing growing = levels.get(level);
        byte[] root = growing.tree.root();
        growing.hashes.reset();
        growing.tree = new GrowingTree();
        growing.number++;
        grow(level + 1, root);
    }

    private void compare(int level) throws UnreadableEvidenceException {
        Growing growing = levels.get(level);
        TilePath path = new TilePath(level, growing.number, (int) growing.tree.size());
        String name = path.name();
        try {
            Optional<byte[]> found = files.demanded(path);
            if (found.isPresent() && !Arrays.equals(found.get(), growing.hashes.toByteArray())) {
                findings.file(Check.TREE, name, "is not the tile that the entries give");
            }
        } catch (MalformedException e) {
            findings.file(Check.FILES, name, e.getMessage());
        }
    }
}
