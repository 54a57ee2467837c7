package eu.urne.engine.log;

/** Where the full tiles of a tree are kept. */
public interface TileStore {

    /**
     * Reads a full tile.
     *
     * @return its 8,192 bytes
     * @throws IllegalStateException if there is none: the store is broken
     */
    byte[] read(int level, long number);

    /** Keeps a tile that has just become full; durable with the commit of the append that filled it. */
    void write(int level, long number, byte[] bytes);
}
