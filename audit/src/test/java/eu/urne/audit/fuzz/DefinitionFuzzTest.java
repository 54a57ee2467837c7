package eu.urne.audit.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import eu.urne.audit.crypto.PollPublicKey;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.Trustees;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** docs/formats/events.md, section 2: a definition in one piece, which both accept alike and hash alike. */
class DefinitionFuzzTest {

    private static final JsonNode TRUSTEES = EngineJson.tree(Trustees.engine(
            PollPublicKey.ofPrivate(new byte[] {1}).orElseThrow().encoded().array()));

    @FuzzTest
    void bothAcceptAndHashTheSameDefinitions(byte[] bytes) {
        JsonNode json;
        byte[] canonical;
        try {
            json = EngineJson.MAPPER.readTree(bytes);
            canonical = eu.urne.engine.log.CanonicalJson.bytes(json);
        } catch (JacksonException | IllegalArgumentException e) {
            return;
        }
        if (json instanceof ObjectNode object && object.get("options") != null) {
            object.set("trustees", TRUSTEES); // nobody but the server names them
            Optional<String> engine =
                    Verdicts.engineJson(() -> PollDefinition.read(object).hash().hex());
            Optional<String> audit = Verdicts.audit(() -> DefinitionEvents.hash(object.deepCopy()));

            assertThat(engine).as(new String(canonical, UTF_8)).isEqualTo(audit);
        }
    }
}
