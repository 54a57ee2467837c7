package eu.urne.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    private static final int LEAVES = 66_000; // more than one full tile of level 1

    private static final class Memory implements TileStore {

        final Map<String, byte[]> tiles = new HashMap<>();

        @Override
        public byte[] read(int level, long number) {
            return tiles.get(level + "/" + number);
        }

        @Override
        public void write(int level, long number, byte[] bytes) {
            tiles.put(level + "/" + number, bytes);
        }
    }

    private static final List<byte[]> HASHES = new ArrayList<>();
    private static final Memory STORE = new Memory();
    private static final MerkleTree TREE = MerkleTree.empty(STORE);

    static {
        for (int i = 0; i < LEAVES; i++) {
            HASHES.add(TreeHash.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
            TREE.append(HASHES.get(i));
        }
    }

    /** The definition of RFC 6962 §2.1, word by word. */
    private static byte[] textbookRoot(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.empty();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return TreeHash.node(
                textbookRoot(leaves.subList(0, split)), textbookRoot(leaves.subList(split, leaves.size())));
    }

    @Property(tries = 60)
    void rootOfEverySizeIsTheTextbooks(@ForAll @IntRange(max = LEAVES) int size) {
        assertThat(TREE.root(size)).isEqualTo(textbookRoot(HASHES.subList(0, size)));
    }

    @Property(tries = 500)
    void everyInclusionProofIsGoodForItsLeafOnly(
            @ForAll @IntRange(min = 1, max = LEAVES) int size, @ForAll @IntRange(max = LEAVES - 1) int any) {
        int index = any % size;
        List<byte[]> proof = TREE.inclusionProof(index, size);
        assertThat(Proofs.verifyInclusion(index, size, HASHES.get(index), proof, TREE.root(size)))
                .isTrue();
        int other = (index + 1) % LEAVES;
        assertThat(Proofs.verifyInclusion(index, size, HASHES.get(other), proof, TREE.root(size)))
                .isFalse();
    }

    /** The recursion of docs/formats/evidence.md, "The proof". */
    private static void textbookProof(List<byte[]> leaves, long from, Set<Long> indexes, List<byte[]> proof) {
        if (indexes.isEmpty()) {
            proof.add(textbookRoot(leaves));
        } else if (leaves.size() > 1) {
            int split = Integer.highestOneBit(leaves.size() - 1);
            SortedSet<Long> sorted = new TreeSet<>(indexes);
            textbookProof(leaves.subList(0, split), from, sorted.headSet(from + split), proof);
            textbookProof(leaves.subList(split, leaves.size()), from + split, sorted.tailSet(from + split), proof);
        }
    }

    @Property(tries = 100)
    void oneProofForManyLeavesIsTheOneOfThePage(
            @ForAll @IntRange(min = 1, max = 3_000) int size,
            @ForAll @Size(min = 1, max = 30) Set<@IntRange(max = 2_999) Integer> any) {
        SortedSet<Long> indexes = new TreeSet<>();
        any.forEach(number -> indexes.add((long) number % size));
        List<byte[]> proof = new ArrayList<>();
        textbookProof(HASHES.subList(0, size), 0, indexes, proof);

        assertThat(TREE.inclusionProof(
                        indexes.stream().mapToLong(Long::longValue).toArray(), size))
                .containsExactlyElementsOf(proof);
    }

    @Property(tries = 500)
    void everyConsistencyProofIsGood(
            @ForAll @IntRange(min = 1, max = LEAVES) int size, @ForAll @IntRange(max = LEAVES - 1) int any) {
        int oldSize = any % size + 1;
        List<byte[]> proof = TREE.consistencyProof(oldSize, size);
        assertThat(Proofs.verifyConsistency(oldSize, size, proof, TREE.root(oldSize), TREE.root(size)))
                .isTrue();
        assertThat(Proofs.verifyConsistency(oldSize, size, proof, HASHES.getFirst(), TREE.root(size)))
                .isEqualTo(oldSize == 1);
    }

    @Property(tries = 30)
    void aLoadedTreeGoesOnAsIfItHadNeverStopped(@ForAll @IntRange(min = 1, max = LEAVES - 600) int size) {
        Memory store = new Memory();
        MerkleTree before = MerkleTree.empty(store);
        HASHES.subList(0, size).forEach(before::append);
        MerkleTree loaded = MerkleTree.load(store, size / 256, HASHES.subList(size - size % 256, size));
        HASHES.subList(size, size + 600).forEach(loaded::append);
        assertThat(loaded.root(size + 600)).isEqualTo(TREE.root(size + 600));
        assertThat(loaded.inclusionProof(0, size + 600)).hasSameSizeAs(TREE.inclusionProof(0, size + 600));
    }

    @Test
    void tilesHoldTheHashesOfTheirLevel() {
        assertThat(TREE.tile(0, 3, 2)).startsWith(HASHES.get(768)).endsWith(HASHES.get(769));
        assertThat(TREE.tile(1, 0, 1)).isEqualTo(textbookRoot(HASHES.subList(0, 256)));
        assertThat(TREE.tile(2, 0, 1)).isEqualTo(textbookRoot(HASHES.subList(0, 65_536)));
    }
}
