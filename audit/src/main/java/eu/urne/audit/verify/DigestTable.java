package eu.urne.audit.verify;

import eu.urne.audit.crypto.Digest128;

/** A compact table from digests to numbers, 24 bytes a slot. */
final class DigestTable {
    /** What {@link #get} gives for a digest that is not in the table. */
    static final long ABSENT = Long.MIN_VALUE;

    private final DigestSet digests = new DigestSet();
    private long[] values = new long[digests.slots()];

    long get(Digest128 digest) {
        int slot = digests.find(digest);
        return slot < 0 ? ABSENT : values[slot];
    }

    /** Sets the number of a digest, new or not. */
    void put(Digest128 digest, long value) {
        if (digests.isFull()) {
            long[] old = values;
            long[] moved = new long[2 * old.length];
            digests.grow((from, to) -> moved[to] = old[from]);
            values = moved;
        }
        digests.add(digest);
        values[digests.find(digest)] = value;
    }

    int size() {
        return digests.size();
    }
}
