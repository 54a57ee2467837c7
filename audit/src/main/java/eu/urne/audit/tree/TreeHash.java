package eu.urne.audit.tree;

import eu.urne.audit.crypto.Sha256;
import java.util.Arrays;

/** The hashes of the tree (docs/formats/log.md, section 6; RFC 6962 section 2.1). */
public final class TreeHash {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private TreeHash() {}

    /** Gives the root of the empty tree: SHA-256 of nothing. */
    public static byte[] empty() {
        return Sha256.hash();
    }

    /** Tells whether all byte strings have the length of a hash. */
    static boolean areHashes(byte[]... hashes) {
        return Arrays.stream(hashes).allMatch(hash -> hash.length == Sha256.LENGTH);
    }

    /**
     * Hashes a leaf: SHA-256(00, entry).
     *
     * @param entry the exact bytes of the entry
     * @return 32 bytes
     */
    public static byte[] leaf(byte[] entry) {
        return Sha256.hash(LEAF, entry);
    }

    /**
     * Hashes an inner node: SHA-256(01, left, right).
     *
     * @param left the hash of the left subtree
     * @param right the hash of the right subtree
     * @return 32 bytes
     */
    public static byte[] node(byte[] left, byte[] right) {
        return Sha256.hash(NODE, left, right);
    }
}
