package eu.urne.audit.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The largest subtrees of a run of leaves that are left out (docs/formats/evidence.md, "The proof"): what
 * {@link SparseTree} needs in their place.
 */
public final class GapHashes {
    /** The subtrees so far, the last first. */
    private final Deque<Subtree> subtrees = new ArrayDeque<>();

    private record Subtree(long from, long leaves, byte[] hash) {
        Subtree joined(Subtree right) {
            return new Subtree(from, leaves + right.leaves, TreeHash.node(hash, right.hash));
        }

        /** Whether a subtree of so many leaves can begin here: at a multiple of the power of two that holds it. */
        boolean mayHold(long count) {
            return from == 0 || Long.lowestOneBit(from) >= count;
        }
    }

    /**
     * Leaves out a leaf.
     *
     * @param index its index, the next of the run
     * @param leafHash its leaf hash
     */
    public void append(long index, byte[] leafHash) {
        Subtree last = new Subtree(index, 1, leafHash);
        while (!subtrees.isEmpty()
                && subtrees.peek().leaves == last.leaves
                && subtrees.peek().mayHold(2 * last.leaves)) {
            last = subtrees.pop().joined(last);
        }
        subtrees.push(last);
    }

    /** Ends the run before a leaf that stays, and gives the roots of its subtrees from left to right. */
    public List<byte[]> end() {
        List<byte[]> hashes = new ArrayList<>();
        subtrees.descendingIterator().forEachRemaining(subtree -> hashes.add(subtree.hash));
        subtrees.clear();
        return hashes;
    }

    /**
     * Ends the run at the right edge of the tree, where subtrees need not be full.
     *
     * @param size number of leaves of the tree
     */
    public List<byte[]> endOfTree(long size) {
        while (subtrees.size() > 1) {
            Subtree right = subtrees.pop();
            Subtree left = subtrees.pop();
            if (!left.mayHold(size - left.from)) {
                subtrees.push(left);
                subtrees.push(right);
                break;
            }
            subtrees.push(left.joined(right));
        }
        return end();
    }
}
