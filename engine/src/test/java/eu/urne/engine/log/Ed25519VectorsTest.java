package eu.urne.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Shared;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Ed25519VectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    @TestFactory
    Stream<DynamicTest> everyWycheproofSignatureIsJudgedRight() {
        JsonNode vectors =
                new JsonMapper().readTree(Shared.folder("vectors/wycheproof").resolve("ed25519_test.json"));
        assertThat(vectors.get("numberOfTests").intValue()).isGreaterThan(100);
        return stream(vectors.get("testGroups")).flatMap(group -> {
            byte[] publicKey = HEX.parseHex(group.get("publicKey").get("pk").stringValue());
            VerifierKey key = new VerifierKey(new Origin("test.example/log"), publicKey);
            return stream(group.get("tests")).map(test -> judge(key, test));
        });
    }

    private static DynamicTest judge(VerifierKey key, JsonNode test) {
        return DynamicTest.dynamicTest(
                test.get("tcId") + " " + test.get("comment").stringValue(), () -> {
                    byte[] message = HEX.parseHex(test.get("msg").stringValue());
                    byte[] signature = HEX.parseHex(test.get("sig").stringValue());
                    assertThat(key.verifies(message, signature))
                            .isEqualTo(test.get("result").stringValue().equals("valid"));
                });
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
