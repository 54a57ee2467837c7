package eu.urne.engine.vault.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import eu.urne.engine.Shared;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The AES-GCM vectors of C2SP/wycheproof that have nonces of 12 bytes. */
class AesGcmVectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    @TestFactory
    Stream<DynamicTest> everyWycheproofVectorIsSealedAndOpenedRight() {
        JsonNode vectors =
                new JsonMapper().readTree(Shared.folder("vectors/wycheproof").resolve("aes_gcm_test.json"));
        assertThat(vectors.get("numberOfTests").intValue()).isGreaterThan(100);
        return stream(vectors.get("testGroups"))
                .filter(group -> group.get("ivSize").intValue() == AesGcm.NONCE * 8)
                .flatMap(group -> stream(group.get("tests")).map(AesGcmVectorsTest::judge));
    }

    private static DynamicTest judge(JsonNode test) {
        return DynamicTest.dynamicTest(
                test.get("tcId") + " " + test.get("comment").stringValue(), () -> {
                    byte[] key = bytes(test, "key");
                    byte[] nonce = bytes(test, "iv");
                    byte[] sealed = HEX.parseHex(
                            test.get("ct").stringValue() + test.get("tag").stringValue());
                    if (test.get("result").stringValue().equals("valid")) {
                        assertThat(AesGcm.seal(key, nonce, bytes(test, "aad"), bytes(test, "msg")))
                                .isEqualTo(sealed);
                        assertThat(AesGcm.open(key, nonce, bytes(test, "aad"), sealed))
                                .contains(bytes(test, "msg"));
                    } else {
                        assertThat(AesGcm.open(key, nonce, bytes(test, "aad"), sealed))
                                .isEmpty();
                    }
                });
    }

    @Test
    void anotherNonceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AesGcm.seal(new byte[32], new byte[8], new byte[0], new byte[0]))
                .withMessage("a nonce has 12 bytes, not 8");
    }

    private static byte[] bytes(JsonNode test, String member) {
        return HEX.parseHex(test.get(member).stringValue());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
