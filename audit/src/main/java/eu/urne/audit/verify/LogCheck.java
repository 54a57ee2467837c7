package eu.urne.audit.verify;

import eu.urne.audit.Check;
import eu.urne.audit.Progress;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.tree.GrowingTree;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks 4 to 12 over a whole log, bundle by bundle: workers read bundles and check what needs no other entry, this
 * takes them in order.
 */
public final class LogCheck {
    private final EvidenceFiles files;
    private final Checkpoint checkpoint;
    private final TreeShape shape;
    private final LogBundles bundles;
    private final Findings findings;
    private final EntryChecks entries;
    private final History history;
    private final TileCheck tiles;
    private final GrowingTree tree = new GrowingTree();

    /** A bundle and the hash tile of level 0 with the same number, null if it is missing or wrong. */
    private record Tiled(Bundle bundle, @Nullable Bytes tile, Bundle.@Nullable FileFault fault) {}

    /**
     * Prepares the checks.
     *
     * @param files the evidence
     * @param key the key of the log
     * @param checkpoint its checkpoint
     * @param findings takes what is wrong
     */
    public LogCheck(EvidenceFiles files, VerifierKey key, Checkpoint checkpoint, Findings findings) {
        this.files = files;
        this.checkpoint = checkpoint;
        this.shape = new TreeShape(checkpoint.size());
        this.bundles = new LogBundles(shape, files);
        this.findings = findings;
        this.entries = new EntryChecks(key, findings, true);
        this.history = new History(key, findings);
        this.tiles = new TileCheck(files, findings);
    }

    /**
     * Runs the checks.
     *
     * @param pipeline the workers
     * @param progress listens
     * @throws UnreadableEvidenceException if a file cannot be read
     */
    public Examined run(Pipeline pipeline, Progress progress) throws UnreadableEvidenceException {
        progress.begins("checkpoints", 1);
        history.read(files, checkpoint, pipeline);
        history.compare(tree);
        if (shape.size() == 0) {
            findings.file(Check.GENESIS, "checkpoint", "tells an empty log, which has no genesis");
        }
        progress.begins("entries", shape.size());
        long[] next = {0};
        pipeline.<Long, Tiled>run(
                () -> next[0] < bundles.count() ? Optional.of(next[0]++) : Optional.empty(),
                this::read,
                bundle -> take(bundle, progress));
        entries.end();
        if (tree.size() == shape.size()) {
            end();
        } else if (findings.count() == 0) {
            findings.file(
                    Check.FILES,
                    "checkpoint",
                    "tells " + shape.size() + " entries, but only " + tree.size() + " could be read");
        }
        entries.recount(bundles, files.name(), pipeline, progress);
        return entries.examined(tree.size(), history.count());
    }

    private Tiled read(long number) throws UnreadableEvidenceException {
        Bundle bundle = entries.read(number, bundles);
        TilePath path = shape.tile(0, number);
        try {
            return new Tiled(bundle, files.demanded(path).map(Bytes::of).orElse(null), null);
        } catch (MalformedException e) {
            return new Tiled(
                    bundle, null, new Bundle.FileFault(Check.FILES, path.name(), String.valueOf(e.getMessage())));
        }
    }

    private boolean take(Tiled read, Progress progress) throws UnreadableEvidenceException {
        boolean more = entries.begin(read.bundle());
        Bundle.FileFault fault = read.fault();
        if (fault != null) {
            findings.file(fault.check(), fault.file(), fault.text());
        }
        if (!more) {
            return false;
        }
        List<Bytes> leaves = new ArrayList<>();
        for (ReadEntry entry : read.bundle().entries()) {
            tree.append(entry.leaf().array());
            leaves.add(entry.leaf());
            history.compare(tree);
            entries.accept(entry);
        }
        tiles.bundle(leaves, read.tile());
        progress.reached(tree.size());
        return true;
    }

    private void end() throws UnreadableEvidenceException {
        tiles.end();
        if (!Bytes.of(tree.root()).equals(checkpoint.root())) {
            findings.file(
                    Check.TREE, "checkpoint", "has another root than the tree of its " + tree.size() + " entries");
        }
    }
}
