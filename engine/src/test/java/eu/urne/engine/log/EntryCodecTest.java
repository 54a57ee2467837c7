package eu.urne.engine.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EntryCodecTest {

    private static final Signer SIGNER = new Signer(new Origin("test.example/log"), new byte[32]);
    private static final EntryCodec CODEC = new EntryCodec(SIGNER);

    private static Entry entry(@Nullable String stream, Map<String, String> meta, String text) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("text", text);
        return new Entry(
                Entry.id("c", 0), stream, stream == null ? 0 : 3, "urne.test.T.v1", 5, "node", "c", meta, data);
    }

    @Test
    void whatIsSealedIsCanonicalAndReadBackEqual() {
        for (Entry entry : new Entry[] {
            entry("s\"tream", Map.of("k", "v"), "é\n"), entry(null, Map.of(), ""), entry("a", Map.of(), "\",\"sig\":\"")
        }) {
            byte[] sealed = CODEC.seal(entry);
            assertThat(CanonicalJson.bytes(new JsonMapper().readTree(sealed))).isEqualTo(sealed);
            assertThat(EntryCodec.read(sealed)).isEqualTo(entry);
        }
    }

    @Test
    void theSignatureCoversOriginAndEverythingButItself() {
        ObjectNode object = (ObjectNode) new JsonMapper().readTree(CODEC.seal(entry("a", Map.of(), "x")));
        byte[] signature = Base64Strict.decode(object.remove("sig").stringValue());
        byte[] prefix = "urne-entry-v1\ntest.example/log\n".getBytes(StandardCharsets.US_ASCII);
        byte[] unsigned = CanonicalJson.bytes(object);
        byte[] message = Arrays.copyOf(prefix, prefix.length + unsigned.length);
        System.arraycopy(unsigned, 0, message, prefix.length, unsigned.length);
        assertThat(SIGNER.verifierKey().verifies(message, signature)).isTrue();
        message[message.length - 2] ^= 1;
        assertThat(SIGNER.verifierKey().verifies(message, signature)).isFalse();
    }

    @Test
    void anEntryThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> CODEC.seal(entry("a", Map.of(), "x".repeat(Entry.MAX_BYTES))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 65535");
    }

    @Test
    void idsAreVersionEightAndFollowFromTheCommand() {
        assertThat(Entry.id("c", 0).version()).isEqualTo(8);
        assertThat(Entry.id("c", 0).variant()).isEqualTo(2);
        assertThat(Entry.id("c", 0)).isEqualTo(Entry.id("c", 0)).isNotEqualTo(Entry.id("c", 1));
    }
}
