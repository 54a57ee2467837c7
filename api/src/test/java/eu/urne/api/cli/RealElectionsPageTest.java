package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealElectionsPageTest {

    private static final Path COMMITTED = Path.of("..", "docs", "real-elections.md");

    @TempDir
    private Path folder;

    private final TallyRun run = new TallyRun();

    @Test
    void theCommittedPageIsWhatTheFilesGive() throws IOException {
        Path real = Path.of(System.getProperty("urne.shared", "shared"), "pabulib");
        assumeThat(real)
                .as("folder with real elections; skipped where it is missing")
                .isDirectory();
        Path page = Files.copy(COMMITTED, folder.resolve("page.md"));

        assertThat(run.tally("--json", "--report", page.toString(), real.toString()))
                .as(run.err.toString())
                .isZero();

        assertThat(page).hasSameTextualContentAs(COMMITTED);
    }

    @Test
    void onlyTheCountedPartIsChanged() throws IOException {
        Files.writeString(folder.resolve("a|b.pb"), TallyRun.SMALL);
        Files.writeString(folder.resolve("c.pb"), TallyRun.SMALL.replace("rule;greedy", "rule;unknown"));
        Path page = page("Before.\n<!-- counted: begin -->\nold\n<!-- counted: end -->\nAfter.\n");

        assertThat(run.tally("--report", page.toString(), folder.toString())).isZero();

        assertThat(page).hasContent("""
                Before.
                <!-- counted: begin -->
                2 files, ties broken by `declared`.

                | rule of the file | files | compared with the official winners | the same | differ |
                |---|---|---|---|---|
                | `greedy` | 1 | 1 | 0 | 1 |
                | `unknown` | 1 | 0 | 0 | 0 |
                | all | 2 | 1 | 0 | 1 |

                | file | rule | ballots | projects | voters | winners | official winners |
                |---|---|---|---|---|---|---|
                | a\\|b.pb | `greedy` | approval | 4 | 5 | 2 | differ: missing here [d], extra here [c] |
                | c.pb | `unknown` | approval | 4 | 5 | 2 | not compared: the city's rule is unknown |
                <!-- counted: end -->
                After.
                """);
    }

    @Test
    void aPageWithoutTheMarksIsRefusedAndKept() throws IOException {
        Files.writeString(folder.resolve("small.pb"), TallyRun.SMALL);
        Path page = page("Nothing counted.\n");

        assertThat(run.tally("--report", page.toString(), folder.toString())).isEqualTo(2);
        assertThat(run.tally("--report", folder.resolve("none.md").toString(), folder.toString()))
                .isEqualTo(2);
        assertThat(run.tally("--report", page.toString(), "--rule", "greedy", folder.toString()))
                .isEqualTo(2);

        assertThat(page).hasContent("Nothing counted.\n");
        assertThat(run.err.toString().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).endsWith("."))
                .anySatisfy(line -> assertThat(line).startsWith("The page lacks the lines"));
    }

    private Path page(String text) throws IOException {
        return Files.writeString(folder.resolve("page.md"), text);
    }
}
