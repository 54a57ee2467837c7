package eu.urne.audit.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Other people's test vectors. They lie outside the project; a test that needs them is skipped where they are missing.
 */
public final class SharedVectors {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private SharedVectors() {}

    /** All JSON files below a folder of the vectors. */
    public static List<JsonNode> below(String folder) {
        Path root = Path.of(System.getProperty("urne.shared", "../../shared"), "vectors", folder);
        Assumptions.assumeTrue(Files.exists(root), "skipped: there are no vectors at " + root);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> JSON.readTree(file.toFile()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
