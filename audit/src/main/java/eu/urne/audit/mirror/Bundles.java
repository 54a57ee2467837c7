package eu.urne.audit.mirror;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.TileFile;
import eu.urne.audit.tree.TilePath;
import eu.urne.audit.tree.TreeHash;
import eu.urne.audit.tree.TreeShape;
import eu.urne.audit.verify.EvidenceFiles;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings bundles of a later state into the mirror, with the hash tile of each. Several threads may use it. */
final class Bundles {
    private final Mirror mirror;
    private final EvidenceFiles site;
    private final TreeShape shape;
    private final boolean useLeft;

    /**
     * A bundle that is in the mirror now.
     *
     * @param leaves the leaf hashes of its entries
     * @param arrivals those of its entries that are new
     * @param left whether it was there already, left by an interrupted run
     */
    record Brought(List<Bytes> leaves, Arrivals arrivals, boolean left) {}

    /**
     * Prepares.
     *
     * @param shape the shape of the later state
     * @param useLeft whether bundles that an interrupted run has left are taken instead of asking for them
     */
    Bundles(Mirror mirror, EvidenceFiles site, TreeShape shape, boolean useLeft) {
        this.mirror = mirror;
        this.site = site;
        this.shape = shape;
        this.useLeft = useLeft;
    }

    Brought bring(long number) throws UnreadableEvidenceException {
        TilePath path = shape.tile(TilePath.ENTRIES, number);
        Optional<List<byte[]>> left = useLeft ? left(path) : Optional.empty();
        List<byte[]> entries = left.isPresent() ? left.get() : fetched(path);
        long index = number * TilePath.FULL;
        Arrivals arrivals = new Arrivals();
        List<Bytes> leaves = new ArrayList<>(entries.size());
        ByteBuffer tile = ByteBuffer.allocate(entries.size() * Sha256.LENGTH);
        for (byte[] entry : entries) {
            byte[] leaf = TreeHash.leaf(entry);
            tile.put(leaf);
            leaves.add(Bytes.of(leaf));
            if (index >= mirror.size()) {
                arrivals.add(index, entry);
            }
            index++;
        }
        mirror.write(shape.tile(0, number), tile.array());
        return new Brought(leaves, arrivals, left.isPresent());
    }

    private Optional<List<byte[]>> left(TilePath path) throws UnreadableEvidenceException {
        Optional<byte[]> bytes = mirror.left(path);
        try {
            return bytes.isEmpty() ? Optional.empty() : Optional.of(TileFile.entries(bytes.get(), path.width()));
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private List<byte[]> fetched(TilePath path) throws UnreadableEvidenceException {
        try {
            byte[] bytes = site.demanded(path).orElseThrow();
            List<byte[]> entries = TileFile.entries(bytes, path.width());
            mirror.write(path, bytes);
            return entries;
        } catch (MalformedException e) {
            throw new UnreadableEvidenceException(site.name() + path.name() + " " + e.getMessage());
        }
    }
}
