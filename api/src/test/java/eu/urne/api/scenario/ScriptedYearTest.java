package eu.urne.api.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.cli.Main;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.PollReport;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A year of the children's budget, from the kick-off to what became of the losers, and evidence that verifies. */
class ScriptedYearTest {

    private static final Path YEAR = Path.of("..", "docs", "examples", "children-2026.yaml");

    @TempDir
    Path folder;

    /** How a run ended. */
    private record Ended(int exit, String out, String err) {}

    private static Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Ended(exit, out.toString(), err.toString());
    }

    private static Report verified(Path evidence) throws Exception {
        try (EvidenceSource source = EvidenceSource.open(evidence.toString())) {
            return Verification.of(source).run();
        }
    }

    private static List<String> winners(PollReport poll) {
        return Objects.requireNonNull(poll.decision()).winners().stream()
                .map(PollReport.Winner::id)
                .toList();
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void theYearIsPlayedToItsEndAndOtherCodeVerifiesIt() throws Exception {
        Path evidence = folder.resolve("year.zip");

        Ended year = run(
                "replay",
                "--scenario",
                YEAR.toString(),
                "--voters",
                "160",
                "--data",
                folder.resolve("data").toString(),
                "--export",
                evidence.toString());

        assertThat(year.err()).isEmpty();
        assertThat(year.exit()).isZero();
        assertThat(year.out())
                .contains("refused, as it must be: ")
                .contains("ideas              123")
                .contains("ballots            160")
                .contains("verify it          ./urne audit verify " + evidence);
        Report report = verified(evidence);
        assertThat(report.findings()).isEmpty();
        assertThat(report.verified()).isTrue();
        assertThat(report.ballots()).isEqualTo(160);
        assertThat(report.polls()).hasSize(3);
        assertThat(report.polls().stream().map(ScriptedYearTest::winners))
                .containsExactlyInAnyOrder(
                        List.of("balancoire-fauteuil"),
                        List.of("ping-pong", "chorale"),
                        List.of("ludotheque", "potager"));
    }

    @Test
    void aFolderWithDataIsLeftAlone() {
        Ended ended = run("replay", "--scenario", YEAR.toString(), "--data", "src");

        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.err().strip())
                .isEqualTo("the data folder src is not empty; a scenario is played into a new one, see --data");
    }

    @Test
    void aWrongOptionIsToldInOneSentence() {
        assertThat(run("replay", "--scenario", YEAR.toString(), "--speed", "fast")
                        .err()
                        .strip())
                .isEqualTo("--speed: \"fast\" must be max, or a whole number of days a second");
        assertThat(run("replay", "--scenario", YEAR.toString(), "--voters", "0")
                        .err()
                        .strip())
                .isEqualTo("--voters: must be from 1 to 1000000, not 0");
        assertThat(run("replay", "--scenario", YEAR.toString(), "--sites", "501")
                        .err()
                        .strip())
                .isEqualTo("--sites: must be from 1 to 500, not 501");
        assertThat(run("replay", "--scenario", folder.resolve("none.yaml").toString())
                        .err()
                        .strip())
                .startsWith("none.yaml cannot be read: ");
    }
}
