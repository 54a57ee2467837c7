package eu.urne.audit.sortition;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.draw.DrawDocument;
import eu.urne.audit.json.CanonicalJson;
import eu.urne.audit.json.CanonicalWriter;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonArray;
import eu.urne.audit.json.Json.JsonInteger;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors of docs/formats/draw.md, section 8. */
class DrawVectorsTest {
    private static final Path FOLDER = Path.of("../engine/src/test/resources/eu/urne/engine/sortition/draws");

    static Stream<Path> vectors() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    /** The vectors are laid out for people; their documents are canonical. */
    private static JsonObject vector(Path file) throws IOException, MalformedException {
        JsonNode json = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
        return (JsonObject) CanonicalJson.read(CanonicalWriter.bytes(json(json)));
    }

    private static Json json(JsonNode node) {
        if (node.isObject()) {
            TreeMap<String, Json> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), json(member.getValue())));
            return new JsonObject(members);
        }
        if (node.isArray()) {
            return new JsonArray(node.valueStream().map(DrawVectorsTest::json).toList());
        }
        return node.isIntegralNumber() ? new JsonInteger(node.longValue()) : new JsonText(node.stringValue());
    }

    private static DrawDocument document(Path file) throws IOException, MalformedException {
        return DrawDocument.read(CanonicalWriter.bytes(vector(file).members().get("document")));
    }

    @Test
    void thereAreVectors() throws IOException {
        assertThat(vectors()).hasSizeGreaterThan(8);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void resultIsTheOneOfTheDocument(Path file) throws Exception {
        assertThat(document(file).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void nextIsTheOneOfTheVector(Path file) throws Exception {
        DrawDocument document = document(file);
        List<Json> replacements = ((JsonArray) vector(file).members().get("replacements")).elements();
        for (Json element : replacements) {
            JsonObject replacement = (JsonObject) element;
            Optional<Integer> next = document.lot()
                    .next(
                            (int) ((JsonInteger) replacement.members().get("cell")).value(),
                            index(document, replacement.members().get("last")),
                            indexes(document, replacement.members().get("others")),
                            new HashSet<>(
                                    indexes(document, replacement.members().get("used"))));
            assertThat(next)
                    .isEqualTo(Optional.ofNullable(replacement.members().get("next"))
                            .map(leaf -> index(document, leaf)));
        }
    }

    private static List<Integer> indexes(DrawDocument document, Json leaves) {
        return ((JsonArray) leaves)
                .elements().stream().map(leaf -> index(document, leaf)).toList();
    }

    private static int index(DrawDocument document, Json leaf) {
        String hex = ((JsonText) leaf).text();
        return IntStream.range(0, document.pool().size())
                .filter(i -> document.pool().candidates().get(i).leaf().hex().equals(hex))
                .findFirst()
                .orElseThrow();
    }
}
