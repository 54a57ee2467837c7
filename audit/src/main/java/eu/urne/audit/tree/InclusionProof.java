package eu.urne.audit.tree;

import java.util.Arrays;
import java.util.List;

/** Inclusion proofs (RFC 6962 section 2.1.1, verified as in RFC 9162 section 2.1.3.2). */
public final class InclusionProof {
    private InclusionProof() {}

    /**
     * Tells how many hashes the proof of a leaf has.
     *
     * @param index index of the leaf, from 0
     * @param size number of leaves, above the index
     */
    public static int length(long index, long size) {
        int length = 0;
        long last = size - 1;
        for (long node = index; last > 0; node >>= 1, last >>= 1) {
            if ((node & 1) == 1 || node < last) {
                length++;
            }
        }
        return length;
    }

    /**
     * Verifies a proof.
     *
     * @param index index of the leaf, from 0
     * @param size number of leaves of the tree
     * @param leafHash the leaf's hash
     * @param proof the hashes, from the leaf upwards
     * @param root the root of the tree
     * @return whether the leaf stands at that index in the tree with that root
     */
    public static boolean verifies(long index, long size, byte[] leafHash, List<byte[]> proof, byte[] root) {
        if (index < 0 || index >= size || proof.size() != length(index, size) || !TreeHash.areHashes(leafHash, root)) {
            return false;
        }
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] step : proof) {
            while ((node & 1) == 0 && node == last) {
                node >>= 1;
                last >>= 1;
            }
            hash = (node & 1) == 1 ? TreeHash.node(step, hash) : TreeHash.node(hash, step);
            node >>= 1;
            last >>= 1;
        }
        return Arrays.equals(hash, root);
    }
}
