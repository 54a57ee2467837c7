package eu.urne.engine.pabulib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published elections of the shared folder; see docs/real-elections.md. */
class RealElectionsTest {

    private static final Path FOLDER = Path.of(System.getProperty("urne.shared", "shared"), "pabulib");
    private static final String UNKNOWN = "unknown";

    /** Files whose official winners differ for a reason outside the rule, each explained in docs/real-elections.md. */
    private static final Set<String> EXPLAINED = Set.of();

    /** Files that a strict reader refuses, each explained in docs/real-elections.md. */
    private static final Set<String> ODD = Set.of("Worldwide_Mechanical_Turk_Utilities_7.pb");

    @BeforeAll
    static void theFolderIsThere() {
        assumeThat(FOLDER)
                .as("folder with real elections; skipped where it is missing")
                .isDirectory();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadInFullAndWithoutDoubt(Path path) throws PbException {
        PbFile file = PbReader.read(path);

        if (!ODD.contains(file.name())) {
            assertThat(PbReader.read(PbText.of(path), Strictness.STRICT)).isEqualTo(file);
        }
        assertThat(file.election().options())
                .hasSize(Integer.parseInt(file.meta().get("num_projects")));
        assertThat(file.election().voters())
                .isEqualTo(Long.parseLong(file.meta().get("num_votes")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasTheOfficialWinnersByItsOwnRule(Path path) throws PbException {
        PbFile file = PbReader.read(path);
        assumeThat(file.ruleName()).as("rule of the city").isNotEqualTo(UNKNOWN);
        assumeThat(file.officialWinners()).as("official winners").isPresent();
        assumeThat(EXPLAINED).doesNotContain(file.name());

        Outcome outcome = Tally.count(file.election(), PbRules.of(file, file.ruleName()), TieBreak.Fixed.DECLARED);

        assertThat(outcome.selected())
                .containsExactlyInAnyOrderElementsOf(file.officialWinners().orElseThrow());
    }

    @Test
    void greedyChoosesWhatPabutoolsChooses() throws IOException, PbException {
        int compared = 0;
        for (JsonNode reference :
                JsonMapper.shared().readTree(Files.readString(FOLDER.resolve("reference-pabutools.json")))) {
            if (reference.get("reference_rule").asString().equals("greedy")) {
                Election election = PbReader.read(
                                FOLDER.resolve(reference.get("file").asString()))
                        .election();
                List<String> selected = new ArrayList<>();
                reference.get("selected").forEach(id -> selected.add(id.asString()));

                assertThat(Tally.count(election, Rule.Greedy.plain(), TieBreak.Fixed.ID)
                                .selected())
                        .as(reference.get("file").asString())
                        .containsExactlyInAnyOrderElementsOf(selected);
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isTheSameAfterWritingAndReading(Path path) throws PbException, IOException {
        PbDocument document = PbReader.document(PbText.of(path));
        StringWriter written = new StringWriter();
        PbWriter.write(document, written);

        PbText again = PbText.of(document.name(), written.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(PbReader.document(again)).isEqualTo(document);
        assertThat(PbReader.read(again, Strictness.LENIENT)).isEqualTo(PbReader.read(path));
    }

    /** All files of the folder, or one that stands for the missing folder so that the tests show as skipped. */
    static Stream<Path> files() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of(FOLDER);
        }
        try (Stream<Path> entries = Files.list(FOLDER)) {
            return entries.filter(path -> path.toString().endsWith(".pb")).sorted().toList().stream();
        }
    }
}
