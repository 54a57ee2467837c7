package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.example.ExampleBytes;
import eu.urne.audit.note.CosignerKey;
import eu.urne.audit.note.VerifierKey;
import java.util.Arrays;
import java.util.Optional;

/** docs/formats/log.md, section 5: a verifier key string, as it stands and with the id that follows from its parts. */
class VerifierKeyFuzzTest {

    @FuzzTest
    void bothReadTheSameKeys(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        compare(text);
        int plus = text.indexOf('+');
        String name = plus < 0 ? "fuzz.example" : text.substring(0, plus);
        byte[] key = Arrays.copyOf(bytes, 32);
        for (byte type : new byte[] {1, 4}) {
            byte[] id = Arrays.copyOf(ExampleBytes.sha256(name, "\n", type, key), 4);
            compare(name + "+" + ExampleBytes.hex(id) + "+" + ExampleBytes.base64(ExampleBytes.join(type, key)));
        }
    }

    private static void compare(String text) {
        Optional<VerifierKey> audit = Verdicts.audit(() -> VerifierKey.parse(text));
        Optional<eu.urne.engine.log.VerifierKey> engine =
                Verdicts.engine(() -> eu.urne.engine.log.VerifierKey.parse(text));

        assertThat(engine.isPresent()).as("the engine accepts " + text).isEqualTo(audit.isPresent());
        audit.ifPresent(key -> assertThat(key).hasToString(text));
        engine.ifPresent(key -> assertThat(key).hasToString(text));
        Verdicts.audit(() -> CosignerKey.parse(text))
                .ifPresent(key -> assertThat(key).hasToString(text));
    }
}
