package eu.urne.audit.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.crypto.Sha256;
import eu.urne.audit.tree.ConsistencyProof;
import eu.urne.audit.tree.GrowingTree;
import eu.urne.audit.tree.InclusionProof;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.Proofs;
import eu.urne.engine.log.TileStore;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Random trees: what the engine proves the verifier believes, and neither believes it of another place. */
class TwoImplementationsTest {

    /** Full tiles in memory. */
    private static final class Tiles implements TileStore {
        private final Map<String, byte[]> tiles = new HashMap<>();

        @Override
        public byte[] read(int level, long number) {
            return tiles.getOrDefault(level + "/" + number, new byte[0]);
        }

        @Override
        public void write(int level, long number, byte[] bytes) {
            tiles.put(level + "/" + number, bytes);
        }
    }

    private static byte[] leaf(int index) {
        return Sha256.hash(ByteBuffer.allocate(Integer.BYTES).putInt(index).array());
    }

    @Property(tries = 60)
    void proofsOfOneConvinceTheOther(
            @ForAll @IntRange(min = 1, max = 1200) int size, @ForAll int anyIndex, @ForAll int anyOld) {
        int index = Math.floorMod(anyIndex, size);
        int old = 1 + Math.floorMod(anyOld, size);
        MerkleTree engine = MerkleTree.empty(new Tiles());
        GrowingTree audit = new GrowingTree();
        byte[] oldRoot = {};
        for (int i = 0; i < size; i++) {
            engine.append(leaf(i));
            audit.append(leaf(i));
            oldRoot = i + 1 == old ? audit.root() : oldRoot;
        }
        List<byte[]> path = engine.inclusionProof(index, size);
        List<byte[]> step = engine.consistencyProof(old, size);

        assertThat(engine.root(size)).isEqualTo(audit.root());
        assertThat(engine.root(old)).isEqualTo(oldRoot);
        assertThat(InclusionProof.verifies(index, size, leaf(index), path, audit.root()))
                .isTrue();
        assertThat(ConsistencyProof.verifies(old, size, step, oldRoot, audit.root()))
                .isTrue();
        int other = (index + 1) % (size + 1);
        assertThat(InclusionProof.verifies(other, size, leaf(index), path, audit.root()))
                .isFalse()
                .isEqualTo(Proofs.verifyInclusion(other, size, leaf(index), path, audit.root()));
        assertThat(ConsistencyProof.verifies(old + 1, size, step, oldRoot, audit.root()))
                .isEqualTo(Proofs.verifyConsistency(old + 1, size, step, oldRoot, audit.root()));
    }
}
