package eu.urne.audit.mirror;

import eu.urne.audit.Progress;
import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.mirror.Bundles.Brought;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.tree.GrowingTree;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeShape;
import eu.urne.audit.verify.EvidenceFiles;
import eu.urne.audit.verify.Pipeline;
import java.util.Optional;

/**
 * One attempt to bring the files of a later checkpoint into a mirror. The tree starts from the one mirrored; if it ends
 * with the root of the checkpoint, the old entries are proved to be unchanged and the new ones to be those signed.
 */
final class Growth {
    private static final int FETCHERS = 8;

    private final Mirror mirror;
    private final Checkpoint told;
    private final TreeShape shape;
    private final Bundles bundles;
    private final Progress progress;
    private final Pauses pauses;
    private final Arrivals arrivals = new Arrivals();
    private GrowingTree tree = new GrowingTree();
    private boolean usedLeft;
    private boolean differs;

    /** How an attempt ended. */
    enum End {
        /** All files are there and fit the checkpoint. */
        FITS,
        /** The entries do not give the root of the checkpoint. */
        DIFFERS,
        /** It was to end before. */
        STOPPED
    }

    Growth(Mirror mirror, EvidenceFiles site, Checkpoint told, boolean useLeft, Progress progress, Pauses pauses) {
        this.mirror = mirror;
        this.told = told;
        this.shape = new TreeShape(told.size());
        this.bundles = new Bundles(mirror, site, shape, useLeft);
        this.progress = progress;
        this.pauses = pauses;
    }

    End run() throws UnreadableEvidenceException {
        long known = mirror.size() / TilePath.FULL;
        progress.begins("entries", told.size() - mirror.size());
        mirror.begin();
        try (Pipeline pipeline = new Pipeline(FETCHERS)) {
            tree = mirror.tree().grown(known * TilePath.FULL);
            UpperTiles upper = new UpperTiles(mirror);
            long[] next = {known};
            pipeline.<Long, Brought>run(
                    () -> next[0] < shape.bundles() ? Optional.of(next[0]++) : Optional.empty(),
                    bundles::bring,
                    bundle -> take(bundle, upper));
            if (!differs && tree.size() < told.size()) {
                return End.STOPPED;
            }
            if (differs || !Bytes.of(tree.root()).equals(told.root())) {
                return End.DIFFERS;
            }
            upper.end();
            return End.FITS;
        } catch (MalformedException e) {
            throw new UnreadableEvidenceException("the mirror is damaged: a tile " + e.getMessage());
        }
    }

    private boolean take(Brought bundle, UpperTiles upper) throws UnreadableEvidenceException {
        GrowingTree tile = new GrowingTree();
        for (Bytes leaf : bundle.leaves()) {
            tree.append(leaf.array());
            tile.append(leaf.array());
            differs = differs || (tree.size() == mirror.size() && !isHeld(tree));
        }
        if (tile.size() == TilePath.FULL) {
            upper.append(tile.root());
        }
        usedLeft = usedLeft || bundle.left();
        arrivals.add(bundle.arrivals());
        progress.reached(Math.max(0, tree.size() - mirror.size()));
        return !differs && !pauses.ended();
    }

    private boolean isHeld(GrowingTree grown) {
        return mirror.held()
                .filter(held -> held.checkpoint().root().equals(Bytes.of(grown.root())))
                .isPresent();
    }

    /** Whether files that an interrupted run had left were used. */
    boolean usedLeft() {
        return usedLeft;
    }

    /** What came new. */
    Arrivals arrivals() {
        return arrivals;
    }
}
