package eu.urne.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExampleTree;
import eu.urne.audit.json.MalformedException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Roots, trees and proofs that are made from tiles alone. */
class TileTreeTest {
    private static final ExampleLog LOG = log(1100);
    private static final List<byte[]> LEAVES =
            LOG.entries().stream().map(ExampleTree::leaf).toList();

    private static ExampleLog log(int size) {
        ExampleLog log = new ExampleLog("vote.example.org");
        for (int i = 0; i < size; i++) {
            log.entries().add(new byte[] {(byte) i, (byte) (i >> 8)});
        }
        return log;
    }

    private static TileTree tree(int size) {
        ExampleLog log = log(size);
        Map<String, byte[]> files = log.files();
        return new TileTree(size, path -> files.get(path.name()));
    }

    @Property(tries = 60)
    void rootOfEveryEarlierSizeIsThatOfTheDefinition(
            @ForAll @IntRange(min = 1, max = 1100) int size, @ForAll @IntRange(max = 10_000) int any) throws Exception {
        int earlier = any % (size + 1);

        assertThat(tree(size).root(earlier)).isEqualTo(ExampleTree.root(LEAVES.subList(0, earlier)));
    }

    @Property(tries = 60)
    void treeGrowsOnFromEverySize(@ForAll @IntRange(max = 1100) int size) throws Exception {
        GrowingTree tree = tree(size).grown(size);
        LEAVES.subList(size, LEAVES.size()).forEach(tree::append);

        assertThat(tree.root()).isEqualTo(ExampleTree.root(LEAVES));
    }

    @Property(tries = 60)
    void proofIsThatOfTheDefinition(
            @ForAll @IntRange(min = 1, max = 1100) int size, @ForAll @IntRange(max = 10_000) int any) throws Exception {
        int old = 1 + any % size;

        assertThat(tree(size).consistencyProof(old))
                .containsExactlyElementsOf(ExampleTree.consistency(old, LEAVES.subList(0, size)));
    }

    @Test
    void tileOfAnotherWidthIsRefused() {
        TileTree tree = new TileTree(300, path -> new byte[64]);

        assertThatThrownBy(() -> tree.root(300))
                .isInstanceOf(MalformedException.class)
                .hasMessage("has 64 bytes instead of 1 hashes");
    }
}
