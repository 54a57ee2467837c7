package eu.urne.audit.tree;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.json.MalformedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree whose hashes stand in tiles. Whoever uses it does not trust the tiles: a root or proof made from them is
 * compared with one that is known.
 */
public final class TileTree {
    private static final int HEIGHT = 8;

    private final TreeShape shape;
    private final Tiles tiles;
    private final Map<TilePath, List<byte[]>> read = new HashMap<>();

    /** Where the tiles are. */
    public interface Tiles {

        /**
         * Reads a hash tile.
         *
         * @param path the tile, with the width that it has in the tree
         * @throws MalformedException if there is something else in its place
         * @throws UnreadableEvidenceException if it cannot be read
         */
        byte[] read(TilePath path) throws MalformedException, UnreadableEvidenceException;
    }

    /**
     * Takes a tree; nothing is read yet.
     *
     * @param size number of its leaves
     * @param tiles its tiles
     */
    public TileTree(long size, Tiles tiles) {
        this.shape = new TreeShape(size);
        this.tiles = tiles;
    }

    /**
     * Gives the root of the tree of the first leaves.
     *
     * @param size number of leaves, at most that of the tree
     * @throws MalformedException if a tile is malformed
     * @throws UnreadableEvidenceException if a tile cannot be read
     */
    public byte[] root(long size) throws MalformedException, UnreadableEvidenceException {
        return grown(size).root();
    }

    /**
     * Gives the tree of the first leaves, so that it can grow on.
     *
     * @param size number of leaves, at most that of the tree
     * @throws MalformedException if a tile is malformed
     * @throws UnreadableEvidenceException if a tile cannot be read
     */
    public GrowingTree grown(long size) throws MalformedException, UnreadableEvidenceException {
        GrowingTree tree = new GrowingTree();
        for (long rest = size; rest > 0; rest = size - tree.size()) {
            int height = Long.SIZE - 1 - Long.numberOfLeadingZeros(rest);
            tree.appendSubtree(node(height, tree.size() >> height), 1L << height);
        }
        return tree;
    }

    /**
     * Makes the proof that this tree begins with a smaller one (RFC 6962 section 2.1.2).
     *
     * @param oldSize leaves of the smaller tree, from 1 to those of this one
     * @throws MalformedException if a tile is malformed
     * @throws UnreadableEvidenceException if a tile cannot be read
     */
    public List<byte[]> consistencyProof(long oldSize) throws MalformedException, UnreadableEvidenceException {
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = shape.size();
        boolean known = true;
        while (oldSize < to) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (oldSize <= middle) {
                proof.add(hash(middle, to));
                to = middle;
            } else {
                proof.add(hash(from, middle));
                from = middle;
                known = false;
            }
        }
        if (!known) {
            proof.add(hash(from, to));
        }
        return List.copyOf(proof.reversed());
    }

    private byte[] hash(long from, long to) throws MalformedException, UnreadableEvidenceException {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return node(height, from >> height);
        }
        long middle = from + Long.highestOneBit(width);
        return TreeHash.node(hash(from, middle), hash(middle, to));
    }

    /** The root of the full subtree of a height with a number: one hash of a tile, or a tree over some of it. */
    private byte[] node(int height, long number) throws MalformedException, UnreadableEvidenceException {
        int inner = height % HEIGHT;
        long first = number << inner;
        List<byte[]> hashes = tile(shape.tile(height / HEIGHT, first / TilePath.FULL));
        int from = (int) (first % TilePath.FULL);
        GrowingTree subtree = new GrowingTree();
        hashes.subList(from, from + (1 << inner)).forEach(subtree::append);
        return subtree.root();
    }

    private List<byte[]> tile(TilePath path) throws MalformedException, UnreadableEvidenceException {
        List<byte[]> hashes = read.get(path);
        if (hashes == null) {
            hashes = TileFile.hashes(tiles.read(path), path.width());
            read.put(path, hashes);
        }
        return hashes;
    }
}
