package eu.urne.audit.verify;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeShape;
import java.util.List;
import java.util.Optional;

/** The entry bundles of a whole log (docs/formats/log.md, section 8): an entry's number is its index. */
public final class LogBundles implements EntryBundles {
    private final TreeShape shape;
    private final EvidenceFiles files;

    /**
     * The bundles of a tree.
     *
     * @param shape the tree
     * @param files the evidence
     */
    public LogBundles(TreeShape shape, EvidenceFiles files) {
        this.shape = shape;
        this.files = files;
    }

    @Override
    public long count() {
        return shape.bundles();
    }

    @Override
    public String name(long bundle) {
        return path(bundle).name();
    }

    @Override
    public int width(long bundle) {
        return path(bundle).width();
    }

    @Override
    public long index(long number) {
        return number;
    }

    @Override
    public int number(int index) {
        return index;
    }

    @Override
    public Optional<byte[]> read(long bundle) throws MalformedException, UnreadableEvidenceException {
        return files.demanded(path(bundle));
    }

    /**
     * Reads the entries of a bundle.
     *
     * @param bundle its number, below the number of bundles
     * @throws MalformedException if it is missing or wrong
     * @throws UnreadableEvidenceException if it cannot be read
     */
    public List<byte[]> entries(long bundle) throws MalformedException, UnreadableEvidenceException {
        byte[] bytes = read(bundle).orElseThrow(() -> new MalformedException("is missing"));
        return TileFile.entries(bytes, width(bundle));
    }

    private TilePath path(long bundle) {
        return shape.tile(TilePath.ENTRIES, bundle);
    }
}
