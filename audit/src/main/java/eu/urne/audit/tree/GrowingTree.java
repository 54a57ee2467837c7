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
        append(leafHash, 0);
    }

    /**
     * Appends a full subtree.
     *
     * @param subtree its root, 32 bytes
     * @param height it has 2^height leaves; the number of leaves so far must be a multiple of that
     */
    public void append(byte[] subtree, int height) {
        long leaves = 1L << height;
        if (size % leaves != 0) {
            throw new IllegalArgumentException("no full subtree of height " + height + " begins at " + size);
        }
        byte[] hash = subtree;
        for (long bit = leaves; (size & bit) != 0; bit <<= 1) {
            hash = TreeHash.node(edge.pop(), hash);
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
