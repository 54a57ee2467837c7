package eu.urne.engine.log;

import java.util.Arrays;
import java.util.List;

/**
 * Verification of Merkle proofs by the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2, which hold for the trees of RFC
 * 6962.
 */
public final class Proofs {

    private Proofs() {}

    /**
     * Whether the proof leads from a leaf to the root.
     *
     * @param index of the leaf, from 0
     * @param size of the tree
     */
    public static boolean verifyInclusion(long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || leafHash.length != TreeHash.LENGTH) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] hash = leafHash;
        for (byte[] step : proof) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = TreeHash.node(step, hash);
                int up = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>= up;
                sn >>= up;
            } else {
                hash = TreeHash.node(hash, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(hash, root);
    }

    /**
     * Whether the tree of {@code oldSize} is the beginning of the tree of {@code size}. A proof from size 0 proves
     * nothing and is never good.
     */
    public static boolean verifyConsistency(long oldSize, long size, List<byte[]> proof, byte[] oldRoot, byte[] root) {
        if (oldSize < 1 || oldSize > size) {
            return false;
        }
        if (oldSize == size) {
            return proof.isEmpty() && Arrays.equals(oldRoot, root);
        }
        boolean whole = Long.bitCount(oldSize) == 1; // the old root is then itself the first node of the proof
        if (proof.isEmpty() && !whole) {
            return false;
        }
        long fn = oldSize - 1;
        long sn = size - 1;
        int up = Long.numberOfTrailingZeros(~fn);
        fn >>= up;
        sn >>= up;
        byte[] first = whole ? oldRoot : proof.getFirst();
        byte[] old = first;
        byte[] now = first;
        for (byte[] step : whole ? proof : proof.subList(1, proof.size())) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                old = TreeHash.node(step, old);
                now = TreeHash.node(step, now);
                int shift = (fn & 1) == 1 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>= shift;
                sn >>= shift;
            } else {
                now = TreeHash.node(now, step);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(old, oldRoot) && Arrays.equals(now, root);
    }
}
