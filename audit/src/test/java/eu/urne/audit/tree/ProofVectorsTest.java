package eu.urne.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.SharedVectors;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The proofs of transparency-dev/merkle, most of them wrong on purpose. */
class ProofVectorsTest {

    @Test
    void inclusionProofsAreJudgedAsTheVectorsSay() {
        assertThat(misjudged(
                        "merkle/inclusion",
                        vector -> InclusionProof.verifies(
                                number(vector, "leafIdx"),
                                number(vector, "treeSize"),
                                bytes(vector.get("leafHash")),
                                proof(vector),
                                bytes(vector.get("root")))))
                .isEmpty();
    }

    @Test
    void consistencyProofsAreJudgedAsTheVectorsSay() {
        assertThat(misjudged(
                        "merkle/consistency",
                        vector -> ConsistencyProof.verifies(
                                number(vector, "size1"),
                                number(vector, "size2"),
                                proof(vector),
                                bytes(vector.get("root1")),
                                bytes(vector.get("root2")))))
                .isEmpty();
    }

    private static List<JsonNode> misjudged(String folder, Predicate<JsonNode> verifier) {
        List<JsonNode> vectors = SharedVectors.below(folder);
        assertThat(vectors.size()).isGreaterThan(90);
        return vectors.stream()
                .filter(vector -> verifier.test(vector) == vector.get("wantErr").asBoolean())
                .toList();
    }

    /** Numbers of 64 bits without sign; those beyond 2^63-1 become negative. */
    private static long number(JsonNode vector, String name) {
        return vector.get(name).bigIntegerValue().longValue();
    }

    private static List<byte[]> proof(JsonNode vector) {
        JsonNode proof = vector.get("proof");
        return proof == null || proof.isNull()
                ? List.of()
                : proof.valueStream().map(ProofVectorsTest::bytes).toList();
    }

    private static byte[] bytes(JsonNode text) {
        return text == null || text.isNull() ? new byte[0] : Base64.getDecoder().decode(text.asString());
    }
}
