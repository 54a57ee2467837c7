package eu.urne.engine.sortition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.engine.EngineJson;
import eu.urne.engine.log.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents of the examples are vectors: where one differs, the format has changed, or the code is wrong. */
class DrawDocumentTest {

    private static final Path WRITTEN = Path.of("target", "draws");

    static Stream<String> names() {
        return DrawExamples.all().keySet().stream();
    }

    private static DrawDocument example(String name) {
        return Objects.requireNonNull(DrawExamples.all().get(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void isWhatTheVectorSays(String name) throws IOException {
        byte[] written = CanonicalJson.bytes(DrawExamples.vector(example(name)));
        Files.createDirectories(WRITTEN);
        Files.write(WRITTEN.resolve(name + ".json"), written);

        try (InputStream vector = getClass().getResourceAsStream("draws/" + name + ".json")) {
            assertThat(vector).as("approve engine/target/draws/%s.json", name).isNotNull();
            assertThat(new String(written, UTF_8)).isEqualTo(new String(vector.readAllBytes(), UTF_8));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isTheSameWhenReadAgain(String name) {
        DrawDocument document = example(name);
        JsonNode json = EngineJson.MAPPER.readTree(CanonicalJson.bytes(document.json()));

        assertThat(DrawDocument.read(json)).isEqualTo(document);
    }

    @Test
    void refusesAnotherOrderOfThePool() {
        ObjectNode json = example("one-cell").json();
        ArrayNode pool = (ArrayNode) json.get("pool");
        pool.add(pool.remove(0));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DrawDocument.read(json))
                .withMessageStartingWith("the document of the draw plain is not in order");
    }

    @Test
    void refusesAnotherResult() {
        ObjectNode json = example("quotas").json();
        ObjectNode result = (ObjectNode) json.get("result");
        result.put("ticket", result.get("ticket").intValue() + 1);

        assertThatIllegalArgumentException().isThrownBy(() -> DrawDocument.read(json));
    }

    @Test
    void refusesAnotherVersion() {
        ObjectNode json = example("one-cell").json();
        ((ObjectNode) json.get("spec")).put("format", 2);

        assertThatIllegalArgumentException().isThrownBy(() -> DrawDocument.read(json));
    }

    @Test
    void refusesAMemberThatItDoesNotKnow() {
        ObjectNode json = example("one-cell").json();
        ((ObjectNode) json.get("spec")).put("favourite", "somebody");

        assertThatThrownBy(() -> DrawDocument.read(json)).isInstanceOf(JacksonException.class);
    }

    @Test
    void refusesPanelsWithoutQuotas() {
        DrawDocument quotas = example("quotas");
        DrawSpec.Strata strata = DrawSpec.Strata.none(2, TestDraws.DICE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DrawDocument("d", quotas.panels(), quotas.pool(), strata, null))
                .withMessage("panels: a list stands where there are quotas, and there only");
    }
}
