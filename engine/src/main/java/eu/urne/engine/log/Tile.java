package eu.urne.engine.log;

import java.util.Arrays;

/**
 * Up to 256 hashes of one level and the inner nodes over them (c2sp.org/tlog-tiles). Grows by appending; what was once
 * appended never changes, so readers of a smaller tree need no lock.
 */
public final class Tile {

    /** Hashes in a full tile. */
    public static final int WIDTH = 256;

    /** Levels of the tree that a tile spans. */
    public static final int HEIGHT = 8;

    private final byte[][][] nodes = new byte[HEIGHT + 1][][];
    private int width;

    /** An empty tile. */
    public Tile() {
        for (int height = 0; height <= HEIGHT; height++) {
            nodes[height] = new byte[WIDTH >> height][];
        }
    }

    /**
     * A tile from its file.
     *
     * @param bytes 1 to 256 hashes, one behind another
     */
    public static Tile of(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > WIDTH * TreeHash.LENGTH || bytes.length % TreeHash.LENGTH != 0) {
            throw new IllegalArgumentException("a tile of " + bytes.length + " bytes is not 1 to 256 hashes");
        }
        Tile tile = new Tile();
        for (int from = 0; from < bytes.length; from += TreeHash.LENGTH) {
            tile.append(Arrays.copyOfRange(bytes, from, from + TreeHash.LENGTH));
        }
        return tile;
    }

    /** Number of hashes, 0 to 256. */
    public int width() {
        return width;
    }

    /** Whether nothing more fits. */
    public boolean isFull() {
        return width == WIDTH;
    }

    /** Adds the next hash and every inner node that it completes. */
    public void append(byte[] hash) {
        if (isFull()) {
            throw new IllegalStateException("the tile is full");
        }
        int i = width;
        nodes[0][i] = hash;
        for (int height = 1; height <= HEIGHT && (i & 1) == 1; height++) {
            i >>= 1;
            nodes[height][i] = TreeHash.node(nodes[height - 1][2 * i], nodes[height - 1][2 * i + 1]);
        }
        width++;
    }

    /** The complete node number i at a height of 0 (the hashes themselves) to 8 (the root of a full tile). */
    public byte[] node(int height, int i) {
        return nodes[height][i];
    }

    /** The first hashes as a file. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count * TreeHash.LENGTH];
        for (int i = 0; i < count; i++) {
            System.arraycopy(nodes[0][i], 0, bytes, i * TreeHash.LENGTH, TreeHash.LENGTH);
        }
        return bytes;
    }
}
