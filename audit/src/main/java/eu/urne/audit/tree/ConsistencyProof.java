package eu.urne.audit.tree;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Consistency proofs (RFC 6962 section 2.1.2, verified as in RFC 9162 section 2.1.4.2). */
public final class ConsistencyProof {
    private ConsistencyProof() {}

    /**
     * Verifies that a tree is an older state of another.
     *
     * @param oldSize leaves of the older tree, at least 1: from the empty tree nothing can be proved
     * @param newSize leaves of the newer tree, not fewer
     * @param proof the hashes; none if the sizes are equal
     * @param oldRoot root of the older tree
     * @param newRoot root of the newer tree
     * @return whether the proof shows that the newer tree begins with the older one
     */
    public static boolean verifies(long oldSize, long newSize, List<byte[]> proof, byte[] oldRoot, byte[] newRoot) {
        if (oldSize < 1 || newSize < oldSize) {
            return false;
        }
        if (oldSize == newSize) {
            return proof.isEmpty() && Arrays.equals(oldRoot, newRoot);
        }
        boolean powerOfTwo = Long.bitCount(oldSize) == 1;
        if (proof.size() != length(oldSize, newSize)) {
            return false;
        }
        Iterator<byte[]> steps = proof.iterator();
        byte[] oldHash = powerOfTwo ? oldRoot : steps.next();
        byte[] newHash = oldHash;
        int shift = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> shift;
        long last = (newSize - 1) >> shift;
        while (steps.hasNext()) {
            byte[] step = steps.next();
            while ((node & 1) == 0 && node == last) {
                node >>= 1;
                last >>= 1;
            }
            if ((node & 1) == 1) {
                oldHash = TreeHash.node(step, oldHash);
                newHash = TreeHash.node(step, newHash);
            } else {
                newHash = TreeHash.node(newHash, step);
            }
            node >>= 1;
            last >>= 1;
        }
        return Arrays.equals(oldHash, oldRoot) && Arrays.equals(newHash, newRoot);
    }

    private static int length(long oldSize, long newSize) {
        int shift = Long.numberOfTrailingZeros(oldSize);
        long node = (oldSize - 1) >> shift;
        long last = (newSize - 1) >> shift;
        int length = Long.bitCount(oldSize) == 1 ? 0 : 1;
        for (; last > 0; node >>= 1, last >>= 1) {
            if ((node & 1) == 1 || node < last) {
                length++;
            }
        }
        return length;
    }
}
