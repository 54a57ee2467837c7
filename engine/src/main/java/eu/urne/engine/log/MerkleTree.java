package eu.urne.engine.log;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The tree over the leaves of a log, kept incrementally (RFC 6962 §2.1). Appending n leaves costs O(n) hashes; memory
 * is one unfinished tile per level and a bounded number of full ones. One thread appends; any thread may ask for roots,
 * proofs and tiles of a size that was reached before.
 */
public final class MerkleTree {

    private static final int CACHED_TILES = 256;

    /**
     * Tiles at the end of each level that are never dropped from memory: the commit that filled them may be under way.
     */
    private static final int RECENT_TILES = 64;

    private record TileId(int level, long number) {}

    private final TileStore store;
    private final List<Tile> growing = new ArrayList<>();
    private final Map<TileId, Tile> tiles = new ConcurrentHashMap<>();
    private volatile long size;

    private MerkleTree(TileStore store) {
        this.store = store;
    }

    /** A tree without leaves. */
    public static MerkleTree empty(TileStore store) {
        return new MerkleTree(store);
    }

    /**
     * The tree of a stored log.
     *
     * @param fullTiles number of leaves, divided by 256, that stand in full tiles of the store
     * @param lastLeaves hashes of the leaves behind the last full tile, fewer than 256
     */
    public static MerkleTree load(TileStore store, long fullTiles, List<byte[]> lastLeaves) {
        MerkleTree tree = new MerkleTree(store);
        tree.size = fullTiles * Tile.WIDTH;
        long below = fullTiles;
        for (int level = 1; below > 0; level++, below /= Tile.WIDTH) {
            long first = below - below % Tile.WIDTH;
            for (long number = first; number < below; number++) {
                tree.growing(level)
                        .append(Tile.of(store.read(level - 1, number)).node(Tile.HEIGHT, 0));
            }
            tree.register(level, below / Tile.WIDTH);
        }
        lastLeaves.forEach(tree::append);
        return tree;
    }

    /** Root hash over the leaves with these hashes. */
    public static byte[] rootOf(List<byte[]> leafHashes) {
        int size = leafHashes.size();
        if (size < 2) {
            return size == 0 ? TreeHash.empty() : leafHashes.getFirst();
        }
        int middle = (int) split(size);
        return TreeHash.node(rootOf(leafHashes.subList(0, middle)), rootOf(leafHashes.subList(middle, size)));
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Appends a leaf by its hash. */
    public void append(byte[] leafHash) {
        append(0, size / Tile.WIDTH, leafHash);
        long grown = size + 1;
        size = grown;
    }

    private void append(int level, long number, byte[] hash) {
        Tile tile = growing(level);
        if (tile.width() == 0) {
            register(level, number);
        }
        tile.append(hash);
        if (tile.isFull()) {
            store.write(level, number, tile.bytes(Tile.WIDTH));
            growing.set(level, new Tile());
            append(level + 1, number / Tile.WIDTH, tile.node(Tile.HEIGHT, 0));
        }
    }

    private Tile growing(int level) {
        while (growing.size() <= level) {
            growing.add(new Tile());
        }
        return growing.get(level);
    }

    private void register(int level, long number) {
        if (tiles.size() >= CACHED_TILES) {
            tiles.keySet().removeIf(id -> id.number + RECENT_TILES < size >> (Tile.HEIGHT * (id.level + 1)));
        }
        tiles.put(new TileId(level, number), growing(level));
    }

    /** Root hash of the tree over the first {@code size} leaves. */
    public byte[] root(long size) {
        checkSize(size);
        return size == 0 ? TreeHash.empty() : hash(0, size);
    }

    /**
     * Inclusion proof, RFC 6962 §2.1.1.
     *
     * @param index of the leaf, below {@code size}
     * @param size of the tree, at most {@link #size()}
     */
    public List<byte[]> inclusionProof(long index, long size) {
        checkSize(size);
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
        }
        List<byte[]> proof = new ArrayList<>();
        path(index, 0, size, proof);
        return proof;
    }

    private void path(long index, long from, long to, List<byte[]> proof) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            path(index, from, middle, proof);
            proof.add(hash(middle, to));
        } else {
            path(index, middle, to, proof);
            proof.add(hash(from, middle));
        }
    }

    /**
     * One proof for many leaves (docs/formats/evidence.md, "The proof"): the roots of the largest subtrees that hold
     * none of them, from left to right.
     *
     * @param indexes of the leaves, ascending, below {@code size}; at least one
     * @param size of the tree, at most {@link #size()}
     */
    public List<byte[]> inclusionProof(long[] indexes, long size) {
        checkSize(size);
        List<byte[]> proof = new ArrayList<>();
        uncovered(indexes, 0, indexes.length, 0, size, proof);
        return proof;
    }

    private void uncovered(long[] indexes, int first, int end, long from, long to, List<byte[]> proof) {
        if (first == end) {
            proof.add(hash(from, to));
        } else if (to - from > end - first) {
            long middle = from + split(to - from);
            int found = Arrays.binarySearch(indexes, first, end, middle);
            int cut = found < 0 ? -found - 1 : found;
            uncovered(indexes, first, cut, from, middle, proof);
            uncovered(indexes, cut, end, middle, to, proof);
        }
    }

    /**
     * Consistency proof, RFC 6962 §2.1.2.
     *
     * @param oldSize from 1 to {@code size}
     */
    public List<byte[]> consistencyProof(long oldSize, long size) {
        checkSize(size);
        if (oldSize < 1 || oldSize > size) {
            throw new IllegalArgumentException("no proof from size " + oldSize + " to " + size);
        }
        List<byte[]> proof = new ArrayList<>();
        subproof(oldSize, 0, size, true, proof);
        return proof;
    }

    private void subproof(long oldSize, long from, long to, boolean known, List<byte[]> proof) {
        if (oldSize == to) {
            if (!known) {
                proof.add(hash(from, to));
            }
            return;
        }
        long middle = from + split(to - from);
        if (oldSize <= middle) {
            subproof(oldSize, from, middle, known, proof);
            proof.add(hash(middle, to));
        } else {
            subproof(oldSize, middle, to, false, proof);
            proof.add(hash(from, middle));
        }
    }

    /**
     * The file of a tile.
     *
     * @param width 1 to 256 hashes that exist
     */
    public byte[] tile(int level, long number, int width) {
        long hashes = size >> (Tile.HEIGHT * level);
        if (width < 1 || width > Tile.WIDTH || number * Tile.WIDTH + width > hashes) {
            throw new IllegalArgumentException("no tile " + level + "/" + number + " of width " + width);
        }
        return tileAt(level, number).bytes(width);
    }

    private byte[] hash(long from, long to) {
        long width = to - from;
        if (Long.bitCount(width) == 1) {
            int height = Long.numberOfTrailingZeros(width);
            return node(height, from >> height);
        }
        long middle = from + split(width);
        return TreeHash.node(hash(from, middle), hash(middle, to));
    }

    /** The node number i at a height; one over a full tile is read from the tile above. */
    private byte[] node(int height, long i) {
        int level = height / Tile.HEIGHT;
        int inner = height % Tile.HEIGHT;
        long first = i << inner;
        return tileAt(level, first / Tile.WIDTH).node(inner, (int) (i % (Tile.WIDTH >> inner)));
    }

    private Tile tileAt(int level, long number) {
        Tile cached = tiles.get(new TileId(level, number));
        if (cached != null) {
            return cached;
        }
        Tile read = Tile.of(store.read(level, number));
        if (tiles.size() < CACHED_TILES) {
            tiles.put(new TileId(level, number), read);
        }
        return read;
    }

    private void checkSize(long size) {
        if (size < 0 || size > this.size) {
            throw new IllegalArgumentException("no tree of size " + size + ", there are " + this.size + " leaves");
        }
    }

    /** The largest power of two below n, for n of at least 2. */
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}
