package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountedDocumentTest {

    @TempDir
    private Path folder;

    private final TallyRun run = new TallyRun();

    @Test
    void isTheFileWithTheWinnersOfThisCount() throws IOException {
        assertThat(write("greedy")).isZero();

        assertThat(Files.readString(folder.resolve("counted.pb")))
                .isEqualTo(TallyRun.SMALL.replace("c;40.5;0", "c;40.5;1").replace("d;40;1", "d;40;0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "greedy-no-skip",
                "mes",
                "mes/cardinality/add1",
                "phragmen",
                "greedy:minimum=2",
                "equalshares/add1"
            })
    void countsAgainToTheSameWinners(String rule) throws IOException {
        assertThat(write(rule)).isZero();
        assertThat(run.tally("--json", folder.resolve("counted.pb").toString())).isZero();

        assertThat(run.json(1).get("official").get("matches").asBoolean()).isTrue();
        assertThat(run.json(1).get("selected")).isEqualTo(run.json(0).get("selected"));
    }

    @Test
    void marksWhatIsPaidInPartFromElsewhere() throws IOException {
        String file = file(TallyRun.SMALL.replace("b;50;0", "b;50.5;0"));

        assertThat(run.tally(
                        "--rule",
                        "greedy-custom",
                        "--write",
                        folder.resolve("counted.pb").toString(),
                        file))
                .isZero();

        assertThat(Files.readString(folder.resolve("counted.pb"))).contains("é;60;1", "b;50.5;2", "c;40.5;0");
    }

    @Test
    void isNotWrittenWhereTheCountStoppedAtATie() throws IOException {
        String out = folder.resolve("counted.pb").toString();

        assertThat(run.tally("--tie-break", "report", "--write", out, file(TallyRun.SMALL)))
                .isEqualTo(2);

        assertThat(run.err).hasToString("small.pb: the count stopped at a tie, so there is no outcome to write.\n");
        assertThat(folder.resolve("counted.pb")).doesNotExist();
    }

    private int write(String rule) throws IOException {
        String out = folder.resolve("counted.pb").toString();
        return run.tally("--json", "--rule", rule, "--write", out, file(TallyRun.SMALL));
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("small.pb"), text).toString();
    }
}
