package eu.urne.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots, proofs and tile names, held against the recursive definition of RFC 6962. */
class TreeTest {

    private static List<byte[]> leaves(int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> ExampleTree.leaf(new byte[] {(byte) i, (byte) (i >> 8)}))
                .toList();
    }

    @Property(tries = 200)
    void growingTreeHasTheRootOfTheDefinition(@ForAll @IntRange(max = 700) int size) {
        GrowingTree tree = new GrowingTree();
        leaves(size).forEach(tree::append);

        assertThat(tree.size()).isEqualTo(size);
        assertThat(tree.root()).isEqualTo(ExampleTree.root(leaves(size)));
    }

    @Property(tries = 200)
    void pathOfEveryLeafIsAProofOfItsPlaceOnly(
            @ForAll @IntRange(min = 1, max = 300) int size, @ForAll @IntRange int any) {
        List<byte[]> leaves = leaves(size);
        int index = Math.floorMod(any, size);
        List<byte[]> path = ExampleTree.path(index, leaves);
        byte[] root = ExampleTree.root(leaves);

        assertThat(InclusionProof.verifies(index, size, leaves.get(index), path, root))
                .isTrue();
        assertThat(InclusionProof.verifies((index + 1) % size, size, leaves.get(index), path, root))
                .isEqualTo(size == 1);
        assertThat(path).hasSize(InclusionProof.length(index, size));
    }

    @Property(tries = 200)
    void tileNamesAreReadBack(
            @ForAll @LongRange(max = (1L << 55) - 1) long number, @ForAll @IntRange(min = 1, max = 256) int width) {
        TilePath tile = new TilePath(TilePath.ENTRIES, number, width);

        assertThat(TilePath.parse(tile.name())).contains(tile);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 256, tile/0/005",
        "-1, 1234067, 256, tile/entries/x001/x234/067",
        "3, 999, 7, tile/3/999.p/7",
        "1, 1000, 256, tile/1/x001/000",
    })
    void tileNamesAreThoseOfTheFormat(int level, long number, int width, String name) {
        assertThat(new TilePath(level, number, width).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/5", "tile/0/0005", "tile/0/x000/005", "tile/00/005", "tile/8/005", "tile/0/005.p/0",
                "tile/0/005.p/256", "tile/0/005.p/07", "tile/0/005/", "/tile/0/005", "tile/0/../005",
                        "tile/0/x001/x002",
                "tile/entries/x999/x999/x999/x999/x999/x999/999", "tile/-1/005", "tile/entries", "vkey", ""
            })
    void otherNamesAreRefused(String name) {
        assertThat(TilePath.parse(name)).isEmpty();
    }

    @Test
    void shapeListsExactlyTheTilesOfATree() {
        TreeShape shape = new TreeShape(256 * 256 + 300);
        List<String> names = new ArrayList<>();
        for (int level = 0; level < shape.levels(); level++) {
            names.add(shape.tile(level, shape.tiles(level) - 1).name());
        }

        assertThat(names).containsExactly("tile/0/257.p/44", "tile/1/001.p/1", "tile/2/000.p/1");
        assertThat(shape.bundles()).isEqualTo(258);
        assertThat(shape.files()).isEqualTo(258 + 258 + 2 + 1);
        assertThat(shape.has(new TilePath(0, 256, 256))).isTrue();
        assertThat(shape.has(new TilePath(0, 257, 256))).isFalse();
        assertThat(shape.has(new TilePath(3, 0, 1))).isFalse();
    }

    @Test
    void emptyTreeHasNoTiles() {
        assertThat(new TreeShape(0).files()).isZero();
    }
}
