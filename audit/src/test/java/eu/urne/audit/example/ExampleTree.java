package eu.urne.audit.example;

import static eu.urne.audit.example.ExampleBytes.join;
import static eu.urne.audit.example.ExampleBytes.sha256;

import java.util.ArrayList;
import java.util.List;

/** The tree of RFC 6962 section 2.1, by its recursive definition. */
public final class ExampleTree {
    private ExampleTree() {}

    public static byte[] leaf(byte[] entry) {
        return sha256((byte) 0, entry);
    }

    /** MTH of leaf hashes. */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return sha256();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return sha256((byte) 1, root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }

    /** PATH(index, leaves). */
    public static List<byte[]> path(int index, List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        boolean left = index < split;
        List<byte[]> below = left
                ? path(index, leaves.subList(0, split))
                : path(index - split, leaves.subList(split, leaves.size()));
        below.add(root(left ? leaves.subList(split, leaves.size()) : leaves.subList(0, split)));
        return below;
    }

    /** PROOF(old, leaves), RFC 6962 section 2.1.2. */
    public static List<byte[]> consistency(int old, List<byte[]> leaves) {
        return subproof(old, leaves, true);
    }

    private static List<byte[]> subproof(int old, List<byte[]> leaves, boolean known) {
        if (old == leaves.size()) {
            return new ArrayList<>(known ? List.of() : List.of(root(leaves)));
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof = old <= split ? subproof(old, left, known) : subproof(old - split, right, false);
        proof.add(root(old <= split ? right : left));
        return proof;
    }

    /** Joins hashes. */
    static byte[] joined(List<byte[]> hashes) {
        return join(hashes.toArray());
    }
}
