package eu.urne.audit.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The root of a tree that grows leaf by leaf. It keeps one hash for each full subtree on its right edge, so at most 63
 * (RFC 6962 section 2.1: a tree splits at the largest power of two below its size).
 */
public final class GrowingTree {
    /** The roots of the full subtrees, the smallest and last first. */
    private final Deque<byte[]> edge = new ArrayDeque<>();

    private long size;

    /**
     * Appends a leaf.
     *
     * @param leafHash its leaf hash, 32 bytes
     */
    public void append(byte[] leafHash) {
        appendSubtree(leafHash, 1);
    }

    /**
     * Appends a subtree of the finished tree (RFC 6962 section 2.1): a full one, which stands at a multiple of its
     * size, or the one at the right edge with all leaves that are left, behind which nothing may be appended.
     *
     * @param subtreeRoot its root, 32 bytes
     * @param leaves number of its leaves, from 1
     * @throws IllegalArgumentException if no full subtree of so many leaves can begin here
     */
    public void appendSubtree(byte[] subtreeRoot, long leaves) {
        byte[] hash = subtreeRoot;
        if (Long.bitCount(leaves) == 1) {
            if (size % leaves != 0) {
                throw new IllegalArgumentException("no full subtree of " + leaves + " leaves begins at " + size);
            }
            for (long bit = leaves; (size & bit) != 0; bit <<= 1) {
                hash = TreeHash.node(edge.pop(), hash);
            }
        }
        edge.push(hash);
        size += leaves;
    }

    /** Gives the number of leaves. */
    public long size() {
        return size;
    }

    /**
     * Gives the root of the tree over all leaves so far.
     *
     * @return 32 bytes
     */
    public byte[] root() {
        if (edge.isEmpty()) {
            return TreeHash.empty();
        }
        Iterator<byte[]> fromRight = edge.iterator();
        byte[] root = fromRight.next();
        while (fromRight.hasNext()) {
            root = TreeHash.node(fromRight.next(), root);
        }
        return root.clone();
    }
}
