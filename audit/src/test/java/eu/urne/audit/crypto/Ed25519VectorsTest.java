package eu.urne.audit.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.SharedVectors;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The Ed25519 vectors of C2SP/wycheproof. */
class Ed25519VectorsTest {

    @Test
    void signaturesAreJudgedAsTheVectorsSay() {
        List<JsonNode> files = SharedVectors.below("wycheproof/ed25519_test.json");
        List<JsonNode> groups = files.getFirst().get("testGroups").valueStream().toList();

        assertThat(groups).hasSizeGreaterThan(5).allSatisfy(group -> {
            byte[] key = hex(group.get("publicKey").get("pk"));
            assertThat(group.get("tests").valueStream()).allSatisfy(test -> {
                byte[] message = hex(test.get("msg"));
                byte[] signature = hex(test.get("sig"));
                boolean valid = test.get("result").asString().equals("valid");

                assertThat(Ed25519Key.verifiesOnce(key, message, signature))
                        .as("test %s", test.get("tcId"))
                        .isEqualTo(valid);
                assertThat(Ed25519Key.decode(key).orElseThrow().verifies(message, signature))
                        .as("test %s", test.get("tcId"))
                        .isEqualTo(valid);
            });
        });
    }

    private static byte[] hex(JsonNode text) {
        return HexFormat.of().parseHex(text.asString());
    }
}
