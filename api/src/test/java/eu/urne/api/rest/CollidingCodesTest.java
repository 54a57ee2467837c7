package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.EngineJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two ballots whose codes have the same characters, found by trying 1.6 million: the tokens are those of the first two
 * voters, what is sealed is nothing.
 */
class CollidingCodesTest {

    private static final String CHARACTERS = "RPXB-G4B7";

    @TempDir
    Path folder;

    private Voting voting;

    @BeforeEach
    void castBoth() throws IOException {
        voting = new Voting(folder, false).opened(2);
        try (InputStream file =
                Objects.requireNonNull(CollidingCodesTest.class.getResourceAsStream("colliding-ballots.json"))) {
            for (JsonNode ballot : EngineJson.MAPPER.readTree(file)) {
                assertThat(voting.client.post(Voting.POLL + "/ballots", ballot).status())
                        .isEqualTo(201);
            }
        }
    }

    @AfterEach
    void stop() {
        voting.close();
    }

    @Test
    void theCharactersAloneFindBoth() {
        assertThat(found(CHARACTERS))
                .containsExactly("sled-rice-hat-phone-" + CHARACTERS, "eagle-chocolate-panda-fountain-" + CHARACTERS);
        assertThat(voting.client
                        .send(voting.client
                                .request("/receipts/" + CHARACTERS)
                                .header("Accept", "text/html")
                                .header("Accept-Language", "en"))
                        .text())
                .contains("These 2 entries", "sled", "eagle");
    }

    @Test
    void theWordsTellThemApart() {
        assertThat(found("luge-riz-chapeau-téléphone-" + CHARACTERS))
                .containsExactly("sled-rice-hat-phone-" + CHARACTERS);
    }

    private Stream<String> found(String code) {
        JsonNode reply =
                voting.client.get("/receipts/" + code.replace("é", "%C3%A9")).json();
        return StreamSupport.stream(reply.get("entries").spliterator(), false)
                .map(entry -> entry.get("code").get("text").asString());
    }
}
