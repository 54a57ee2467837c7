package eu.urne.engine.store;

import eu.urne.engine.log.Entry;
import eu.urne.engine.log.TreeHash;

/**
 * An entry that its caller has serialised, signed and hashed, and that now waits for its place in the log.
 *
 * @param leaf hash of the sealed bytes as a leaf of the tree
 */
public record PendingEntry(LogName log, Entry entry, byte[] sealed, byte[] leaf, Guard.Terms terms) {

    /** An entry with its hash, computed here and so in the caller's thread. */
    public static PendingEntry of(LogName log, Entry entry, byte[] sealed, Guard.Terms terms) {
        return new PendingEntry(log, entry, sealed, TreeHash.leaf(sealed), terms);
    }
}
