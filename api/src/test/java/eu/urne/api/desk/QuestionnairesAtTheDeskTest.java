package eu.urne.api.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A questionnaire is defined by the example's text at the desk, opened, closed and told of. */
class QuestionnairesAtTheDeskTest {

    private static final String PAGE = "/desk/questionnaires";

    @TempDir
    Path folder;

    @Test
    void theExampleIsLedFromItsDefinitionToAFinding() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-02-10T10:00:30Z"), ZoneOffset.UTC);
        try (Server server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", false, Optional.empty(), List.of(), clock))) {
            Staff city = Staff.administrator(server).colleague(server, "Simone", "", Role.CITY);
            String example = Files.readString(Path.of("../docs/examples/questionnaire-square.yaml"));
            assertThat(city.get(PAGE).text()).doesNotContain("??");
            city.send(PAGE, Map.of("terms", "title: nothing"));
            assertThat(city.get(PAGE).text()).contains("title: nothing");
            city.send(PAGE, Map.of("terms", "title: \"a\\0b\""));
            assertThat(city.get(PAGE).text()).contains("title: it holds the character 0");
            city.send(PAGE, Map.of("terms", example));
            String square = PAGE + "/square-2021";
            assertThat(city.get(square).text())
                    .contains("Ouvrir le questionnaire")
                    .doesNotContain("??");
            city.send(square, square + "/open", Map.of());
            city.send(square, square + "/close", Map.of("reason", "Essai"));
            city.send(square, square + "/results", Map.of());
            city.send(
                    square,
                    square + "/findings",
                    Map.of("finding", "trees", "wish", "Des <b>arbres</b>", "state", "DONE", "text", "Onze tilleuls."));
            assertThat(city.get(square).text()).contains("Des &lt;b&gt;arbres").doesNotContain("??", "<b>arbres");
        }
    }
}
