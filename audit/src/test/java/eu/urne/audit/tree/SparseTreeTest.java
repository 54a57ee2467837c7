package eu.urne.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.example.ExampleExtract;
import eu.urne.audit.example.ExampleTree;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** The proof of many leaves is the one of the page's recursion, made and read leaf by leaf. */
class SparseTreeTest {
    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> ExampleBytes.sha256("leaf " + i))
                .toList();
    }

    private static List<Integer> below(int size, Set<Integer> numbers) {
        return new ArrayList<>(new TreeSet<>(numbers.stream().map(n -> n % size).toList()));
    }

    private static Optional<byte[]> root(List<byte[]> leaves, List<Integer> known, byte[] proof) {
        SparseTree tree = new SparseTree(leaves.size(), proof);
        known.forEach(index -> tree.leaf(index, leaves.get(index)));
        return tree.root();
    }

    @Property(tries = 500)
    void hashesOfTheGapsAreTheProofOfThePage(
            @ForAll @IntRange(min = 1, max = 600) int size,
            @ForAll @Size(min = 1, max = 40) Set<@IntRange(min = 0, max = 599) Integer> numbers) {
        List<byte[]> leaves = leaves(size);
        List<Integer> known = below(size, numbers);
        ByteArrayOutputStream proof = new ByteArrayOutputStream();
        GapHashes gap = new GapHashes();
        for (int index = 0; index < size; index++) {
            if (known.contains(index)) {
                gap.end().forEach(proof::writeBytes);
            } else {
                gap.append(index, leaves.get(index));
            }
        }
        gap.endOfTree(size).forEach(proof::writeBytes);

        assertThat(proof.toByteArray()).isEqualTo(ExampleExtract.proof(known, leaves, 0));
    }

    @Property(tries = 500)
    void proofLeadsToTheRootOfTheTree(
            @ForAll @IntRange(min = 1, max = 600) int size,
            @ForAll @Size(min = 1, max = 40) Set<@IntRange(min = 0, max = 599) Integer> numbers) {
        List<byte[]> leaves = leaves(size);
        List<Integer> known = below(size, numbers);

        assertThat(root(leaves, known, ExampleExtract.proof(known, leaves, 0))).contains(ExampleTree.root(leaves));
    }

    @Property(tries = 300)
    void proofWithAHashTooManyOrTooFewHasNoRoot(
            @ForAll @IntRange(min = 2, max = 600) int size,
            @ForAll @Size(min = 1, max = 10) Set<@IntRange(min = 0, max = 599) Integer> numbers) {
        List<byte[]> leaves = leaves(size);
        List<Integer> known = below(size, numbers);
        byte[] proof = ExampleExtract.proof(known, leaves, 0);

        assertThat(root(leaves, known, Arrays.copyOf(proof, proof.length + 32))).isEmpty();
        assertThat(root(leaves, known, Arrays.copyOf(proof, proof.length + 1))).isEmpty();
        if (proof.length > 0) {
            assertThat(root(leaves, known, Arrays.copyOf(proof, proof.length - 32)))
                    .isEmpty();
        }
    }

    @Property(tries = 300)
    void leafAtAnotherIndexDoesNotLeadToTheRoot(
            @ForAll @IntRange(min = 2, max = 600) int size,
            @ForAll @IntRange(min = 0, max = 599) int number,
            @ForAll @IntRange(min = 1, max = 599) int shift) {
        List<byte[]> leaves = leaves(size);
        int index = number % size;
        int other = (index + 1 + shift % (size - 1)) % size;
        byte[] proof = ExampleExtract.proof(List.of(index), leaves, 0);
        SparseTree tree = new SparseTree(size, proof);
        tree.leaf(other, leaves.get(index));

        assertThat(tree.root().filter(root -> Arrays.equals(root, ExampleTree.root(leaves))))
                .isEmpty();
    }
}
