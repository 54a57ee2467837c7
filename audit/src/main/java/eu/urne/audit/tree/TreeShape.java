package eu.urne.audit.tree;

/**
 * Which tiles and bundles a tree of a size has (docs/formats/log.md, section 8).
 *
 * @param size number of entries, not negative
 */
public record TreeShape(long size) {
    private static final int BITS_PER_LEVEL = 8;
    private static final int MAX_SHIFT = 56;

    /** Gives the number of entry bundles, the partial one included. */
    public long bundles() {
        return tiles(TilePath.ENTRIES);
    }

    /** Gives the number of levels of hash tiles: level L exists while the size is at least 256^L. */
    public int levels() {
        int levels = 0;
        while (levels * BITS_PER_LEVEL <= MAX_SHIFT && hashes(levels) > 0) {
            levels++;
        }
        return levels;
    }

    /**
     * Gives the number of tiles of a level, the partial one included.
     *
     * @param level a level, or {@link TilePath#ENTRIES}
     */
    public long tiles(int level) {
        long hashes = hashes(level);
        return hashes / TilePath.FULL + (hashes % TilePath.FULL == 0 ? 0 : 1);
    }

    /**
     * Gives the tile of a level and number.
     *
     * @param level a level, or {@link TilePath#ENTRIES}
     * @param number from 0, below {@link #tiles}
     */
    public TilePath tile(int level, long number) {
        long hashes = hashes(level);
        boolean full = number < hashes / TilePath.FULL;
        return new TilePath(level, number, full ? TilePath.FULL : (int) (hashes % TilePath.FULL));
    }

    /**
     * Tells whether a tile stands in this tree with exactly this width.
     *
     * @param tile any tile
     */
    public boolean has(TilePath tile) {
        return (tile.level() == TilePath.ENTRIES || tile.level() < levels())
                && tile.number() < tiles(tile.level())
                && tile(tile.level(), tile.number()).equals(tile);
    }

    /** Gives the number of files: bundles and the tiles of all levels. */
    public long files() {
        long files = bundles();
        for (int level = 0; level < levels(); level++) {
            files += tiles(level);
        }
        return files;
    }

    private long hashes(int level) {
        return level <= 0 ? size : size >> (level * BITS_PER_LEVEL);
    }
}
