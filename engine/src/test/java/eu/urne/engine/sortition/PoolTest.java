package eu.urne.engine.sortition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.log.Proofs;
import eu.urne.engine.log.TreeHash;
import eu.urne.engine.poll.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolTest {

    @Test
    void aLeafIsTheSaltedHashThatTheFormatTells() {
        Slip slip = new Slip(Map.of("district", "nord", "age", "11-14"), "jeunes", "c-1", TestDraws.hash("salt"));
        String json = "{\"attributes\":{\"age\":\"11-14\",\"district\":\"nord\"},\"draw\":\"jeunes\","
                + "\"pseudonym\":\"c-1\"}";

        assertThat(slip.candidate().leaf())
                .isEqualTo(Hash.of(TreeHash.sha256(
                        "urne-candidate-v1\n".getBytes(UTF_8),
                        TestDraws.hash("salt").bytes(),
                        json.getBytes(UTF_8))));
    }

    @Test
    void theRootCoversTheElementsAsShown() {
        Pool pool = TestDraws.young("jeunes", 2);
        List<byte[]> leaves = new ArrayList<>();
        for (Candidate candidate : pool.candidates()) {
            String json = "{\"attributes\":{\"age\":\"" + candidate.value("age") + "\",\"district\":\""
                    + candidate.value("district") + "\"},\"leaf\":\"" + candidate.leaf() + "\"}";
            leaves.add(TreeHash.leaf(json.getBytes(UTF_8)));
        }

        assertThat(pool.root()).isEqualTo(Hash.of(TreeHash.node(leaves.get(0), leaves.get(1))));
    }

    @Test
    void everyCandidateCanProveHerPlace() {
        Pool pool = TestDraws.young("jeunes", 700);
        MerkleTree tree = pool.tree();

        assertThat(Hash.of(tree.root(pool.size()))).isEqualTo(pool.root());
        for (int i = 0; i < pool.size(); i++) {
            byte[] leaf = TreeHash.leaf(pool.candidates().get(i).bytes());
            assertThat(Proofs.verifyInclusion(
                            i,
                            pool.size(),
                            leaf,
                            tree.inclusionProof(i, pool.size()),
                            pool.root().bytes()))
                    .isTrue();
        }
    }

    @Test
    void valuesThatFewShareAreNamed() {
        List<Candidate> candidates = new ArrayList<>();
        IntStream.range(0, 5).forEach(i -> candidates.add(of(i, "nord")));
        IntStream.range(5, 9).forEach(i -> candidates.add(of(i, "sud")));

        assertThat(new Pool(candidates).recognisable()).containsExactly(new Pool.Alike(Map.of("district", "sud"), 4));
    }

    private static Candidate of(int number, String district) {
        return TestDraws.slip("d", number, Map.of("district", district)).candidate();
    }

    @Test
    void allCandidatesHaveTheSameAttributes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pool(
                        List.of(of(1, "nord"), TestDraws.slip("d", 2, Map.of()).candidate())))
                .withMessageStartingWith("pool: all candidates have the same attributes");
    }

    @Test
    void aLeafStandsOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pool(List.of(of(1, "nord"), of(1, "nord"))))
                .withMessageEndingWith("stands twice");
    }

    @Test
    void anAttributeIsACodeAndNoText() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(1, "Rue de la Paix"));
    }
}
