package eu.urne.audit.verify;

import eu.urne.audit.crypto.Digest128;
import java.security.SecureRandom;

/**
 * A compact set of digests, 16 bytes a slot, at most three quarters full. Its order is salted, so that evidence cannot
 * be made to fill one place.
 */
final class DigestSet {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int FIRST_SLOTS = 16;
    private static final long MULTIPLIER = 0x9e3779b97f4a7c15L;

    private final long saltHigh = RANDOM.nextLong();
    private final long saltLow = RANDOM.nextLong();
    private long[] keys = new long[2 * FIRST_SLOTS];
    private int size;

    /** Where a digest lies, or -1 if it is not in the set. Adding another digest may move it. */
    int find(Digest128 digest) {
        int slot = slot(digest.high(), digest.low());
        return isFree(slot) ? -1 : slot;
    }

    /** Adds a digest; tells whether it is new. */
    boolean add(Digest128 digest) {
        int slot = slot(digest.high(), digest.low());
        if (!isFree(slot)) {
            return false;
        }
        keys[2 * slot] = digest.high();
        keys[2 * slot + 1] = digest.low();
        size++;
        return true;
    }

    /** Tells whether the next digest needs more slots. */
    boolean isFull() {
        return size >= slots() / 4 * 3;
    }

    int slots() {
        return keys.length / 2;
    }

    int size() {
        return size;
    }

    /** Doubles the slots; the mover is told where each digest goes. */
    void grow(Mover mover) {
        long[] old = keys;
        keys = new long[Math.multiplyExact(old.length, 2)];
        for (int i = 0; i < old.length; i += 2) {
            if (old[i] != 0 || old[i + 1] != 0) {
                int slot = slot(old[i], old[i + 1]);
                keys[2 * slot] = old[i];
                keys[2 * slot + 1] = old[i + 1];
                mover.moved(i / 2, slot);
            }
        }
    }

    /** Adds a digest and grows where needed; tells whether it is new. */
    boolean addGrowing(Digest128 digest) {
        if (isFull()) {
            grow((from, to) -> {});
        }
        return add(digest);
    }

    private int slot(long high, long low) {
        int mask = slots() - 1;
        long mixed = ((high ^ saltHigh) * MULTIPLIER + (low ^ saltLow)) * MULTIPLIER;
        int slot = (int) (mixed >>> 32) & mask;
        while (!isFree(slot) && (keys[2 * slot] != high || keys[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The digest of 128 zero bits does not occur: nobody can make a SHA-256 hash begin like that. */
    private boolean isFree(int slot) {
        return keys[2 * slot] == 0 && keys[2 * slot + 1] == 0;
    }

    /** Told when a digest moves. */
    interface Mover {
        void moved(int from, int to);
    }
}
