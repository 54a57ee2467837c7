package eu.urne.audit.draw;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.tree.GrowingTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * All who can be drawn (docs/formats/draw.md, section 1).
 *
 * @param candidates 1 to 10,000, in ascending order of their leaves
 */
public record Pool(List<Candidate> candidates) {
    /** The most candidates that a pool may have. */
    public static final int MOST = 10_000;

    /**
     * Makes a pool of its elements.
     *
     * @param candidates in their order
     * @throws MalformedException if they are none or too many, not in order, or have different attributes
     */
    public static Pool of(List<Candidate> candidates) throws MalformedException {
        if (candidates.isEmpty() || candidates.size() > MOST) {
            throw new MalformedException("has " + candidates.size() + " candidates, not 1 to " + MOST);
        }
        Candidate before = candidates.getFirst();
        for (Candidate next : candidates.subList(1, candidates.size())) {
            if (Arrays.compareUnsigned(before.leaf().array(), next.leaf().array()) >= 0) {
                throw new MalformedException("has the leaf " + next.leaf() + " twice or out of order");
            }
            if (!next.attributes().keySet().equals(before.attributes().keySet())) {
                throw new MalformedException("has candidates with different attributes");
            }
            before = next;
        }
        return new Pool(List.copyOf(candidates));
    }

    /**
     * Reads a pool.
     *
     * @param elements the elements of its array
     * @throws MalformedException if it is none
     */
    public static Pool read(List<Json> elements) throws MalformedException {
        List<Candidate> candidates = new ArrayList<>(elements.size());
        for (Json element : elements) {
            candidates.add(Candidate.read(element));
        }
        return of(candidates);
    }

    /** Gives the number of candidates. */
    public int size() {
        return candidates.size();
    }

    /** Gives the hash of the tree over the elements. */
    public Bytes root() {
        GrowingTree tree = new GrowingTree();
        candidates.forEach(candidate -> tree.append(candidate.element().array()));
        return Bytes.of(tree.root());
    }

    Candidate candidate(int index) {
        return candidates.get(index);
    }

    IntStream indexes() {
        return IntStream.range(0, candidates.size());
    }
}
