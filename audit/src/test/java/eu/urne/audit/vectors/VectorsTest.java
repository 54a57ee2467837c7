package eu.urne.audit.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.SerializationFeature;

/**
 * The committed files are what the generators make. {@code ./urne test -pl audit -am -Dtest=VectorsTest
 * -Durne.vectors=write -Dsurefire.failIfNoSpecifiedTests=false} writes them anew.
 */
class VectorsTest {
    private static final Map<String, Supplier<Map<String, Object>>> TOPICS = Map.ofEntries(
            Map.entry("canonical-json", LogVectors::canonicalJson),
            Map.entry("entry", PollVectors::entry),
            Map.entry("tree", LogVectors::tree),
            Map.entry("tiles", LogVectors::tiles),
            Map.entry("notes", LogVectors::notes),
            Map.entry("receipts", LogVectors::receipts),
            Map.entry("cosignatures", LogVectors::cosignatures),
            Map.entry("definitions", PollVectors::definitions),
            Map.entry("sealed-ballots", PollVectors::sealedBallots),
            Map.entry("choices", CountVectors::choices),
            Map.entry("recounts", CountVectors::recounts),
            Map.entry("cards", PollVectors::cards));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canonical-json",
                "entry",
                "tree",
                "tiles",
                "notes",
                "receipts",
                "cosignatures",
                "definitions",
                "sealed-ballots",
                "choices",
                "recounts",
                "cards"
            })
    void fileIsWhatTheGeneratorMakes(String topic) throws IOException {
        String made = Vectors.JSON
                        .writer()
                        .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .withDefaultPrettyPrinter()
                        .writeValueAsString(TOPICS.get(topic).get())
                + "\n";
        Path file = Vectors.FOLDER.resolve(topic + ".json");
        if (System.getProperty("urne.vectors", "").equals("write")) {
            Files.createDirectories(Vectors.FOLDER);
            Files.writeString(file, made);
        }
        assertThat(Files.readString(file)).isEqualTo(made);
    }
}
