package eu.urne.audit.tree;

import eu.urne.audit.crypto.Sha256;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A tree of which only some leaves are known, and for the rest the roots of its largest subtrees without any of these
 * (docs/formats/evidence.md, "The proof"). Leaves come in the order of their indexes.
 */
public final class SparseTree {
    private final long size;
    private final ByteBuffer proof;
    private final GrowingTree tree = new GrowingTree();

    /**
     * Starts a tree.
     *
     * @param size number of its leaves
     * @param proof roots of subtrees, from left to right, 32 bytes each
     */
    public SparseTree(long size, byte[] proof) {
        this.size = size;
        this.proof = ByteBuffer.wrap(proof);
    }

    /**
     * Takes a known leaf.
     *
     * @param index its index, above that of the one before and below the size
     * @param leafHash its leaf hash
     */
    public void leaf(long index, byte[] leafHash) {
        fill(index);
        tree.append(leafHash);
    }

    /**
     * Ends the tree.
     *
     * @return its root, or empty if there were more or fewer hashes than it needs
     */
    public Optional<byte[]> root() {
        fill(size);
        boolean used = tree.size() == size && !proof.hasRemaining();
        return used ? Optional.of(tree.root()) : Optional.empty();
    }

    /**
     * Takes the subtrees up to an index. If hashes are wanting the tree stays behind, and so has no root in the end.
     */
    private void fill(long end) {
        while (tree.size() < end && proof.remaining() >= Sha256.LENGTH) {
            byte[] hash = new byte[Sha256.LENGTH];
            proof.get(hash);
            tree.appendSubtree(hash, span(tree.size(), end));
        }
    }

    /** Number of leaves of the largest subtree that begins at a leaf and does not reach behind the end. */
    private long span(long from, long end) {
        long aligned = from == 0 ? Long.MAX_VALUE : Long.lowestOneBit(from);
        return end == size && aligned >= end - from ? end - from : Math.min(aligned, Long.highestOneBit(end - from));
    }
}
