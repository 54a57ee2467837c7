package eu.urne.audit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.CanonicalWriter;
import eu.urne.audit.json.Json;
import eu.urne.engine.EngineJson;
import java.util.Arrays;
import java.util.Optional;

/** docs/formats/log.md, section 2: one value has one byte string, and both implementations know the same ones. */
class CanonicalJsonFuzzTest {

    @FuzzTest
    void bothAcceptTheSameBytes(byte[] bytes) {
        Optional<Json> audit = Verdicts.audit(() -> CanonicalJson.read(bytes));
        Optional<byte[]> engine = Verdicts.engineJson(
                        () -> eu.urne.engine.log.CanonicalJson.bytes(EngineJson.MAPPER.readTree(bytes)))
                .filter(written -> Arrays.equals(written, bytes));

        assertThat(engine.isPresent()).as("the engine accepts").isEqualTo(audit.isPresent());
        audit.ifPresent(value -> assertThat(CanonicalWriter.bytes(value)).isEqualTo(bytes));
    }
}
