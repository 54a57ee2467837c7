package eu.urne.engine.sortition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.TileStore;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who can be drawn, in the order of their leaves (docs/formats/draw.md, section 1).
 *
 * @param candidates 1 to {@link #MOST}, with the same attributes each
 */
public record Pool(@JsonValue List<Candidate> candidates) {

    /** Most candidates of a pool. */
    public static final int MOST = 10_000;

    /** Fewest candidates who share all values without being easily recognised. */
    public static final int FEWEST_ALIKE = 5;

    /**
     * Candidates who share all values.
     *
     * @param attributes the values by name
     * @param candidates how many share them
     */
    public record Alike(Map<String, String> attributes, int candidates) {}

    /** Puts the candidates in order, and checks their number, leaves and attributes. */
    @JsonCreator
    public Pool {
        Codes.within("pool", candidates.size(), 1, MOST);
        candidates = candidates.stream()
                .sorted(Comparator.comparing(candidate -> candidate.leaf().hex()))
                .toList();
        Set<String> names = candidates.getFirst().attributes().keySet();
        Set<Hash> leaves = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!candidate.attributes().keySet().equals(names)) {
                throw new IllegalArgumentException("pool: all candidates have the same attributes, but some have "
                        + names + " and others " + candidate.attributes().keySet());
            }
            if (!leaves.add(candidate.leaf())) {
                throw new IllegalArgumentException("pool: the leaf " + candidate.leaf() + " stands twice");
            }
        }
    }

    /** Number of candidates. */
    public int size() {
        return candidates.size();
    }

    /** The root that stands in the log before the randomness. */
    public Hash root() {
        return Hash.of(MerkleTree.rootOf(hashes()));
    }

    /** The tree over the pool, for the inclusion proofs of many candidates. */
    public MerkleTree tree() {
        MerkleTree tree = MerkleTree.empty(new Tiles());
        hashes().forEach(tree::append);
        return tree;
    }

    private List<byte[]> hashes() {
        return candidates.stream()
                .map(candidate -> TreeHash.leaf(candidate.bytes()))
                .toList();
    }

    /** Values that fewer than {@link #FEWEST_ALIKE} candidates share: to be made coarser before the pool is frozen. */
    public List<Alike> recognisable() {
        Map<Map<String, String>, List<Candidate>> groups =
                candidates.stream().collect(Collectors.groupingBy(Candidate::attributes));
        List<Alike> few = new ArrayList<>();
        groups.forEach((attributes, alike) -> {
            if (alike.size() < FEWEST_ALIKE) {
                few.add(new Alike(attributes, alike.size()));
            }
        });
        few.sort(Comparator.comparing(alike -> alike.attributes().toString()));
        return List.copyOf(few);
    }

    /** The full tiles of a tree in memory. */
    private static final class Tiles implements TileStore {
        private record Id(int level, long number) {}

        private final Map<Id, byte[]> tiles = new HashMap<>();

        @Override
        public byte[] read(int level, long number) {
            byte[] tile = tiles.get(new Id(level, number));
            if (tile == null) {
                throw new IllegalStateException("no tile " + level + "/" + number);
            }
            return tile;
        }

        @Override
        public void write(int level, long number, byte[] content) {
            tiles.put(new Id(level, number), content);
        }
    }
}
