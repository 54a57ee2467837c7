package eu.urne.engine.moving;

import eu.urne.engine.store.LogName;

/**
 * A full tile of a tree.
 *
 * @param bytes 256 hashes
 */
record TileRow(LogName log, int level, long number, byte[] bytes) {

    /** How sentences name it. */
    String name() {
        return "tile " + level + "/" + number + " of the " + EntryRow.word(log) + " log";
    }
}
