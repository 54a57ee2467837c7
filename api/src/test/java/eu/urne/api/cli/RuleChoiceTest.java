package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RuleChoiceTest {

    @TempDir
    private Path folder;

    private final TallyRun run = new TallyRun();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--utility cost|--utility goes only with the rule mes, not with greedy",
                "--completion none|--completion goes only with the rule mes, not with greedy",
                "--rule phragmen --then greedy|--then goes only with the rule mes, not with phragmen",
                "--comparison|--comparison goes only with the rule mes",
                "--rule mes/add1 --utility nonsense|--utility goes only with the rule mes, not with mes/add1",
                "--rule mes/add1/next|The completion of mes is told twice: add1, next",
                "--rule mes/cost/points|The utility of mes is told twice: cost, points",
                "--compare greedy --rule greedy|--compare names the rules: not with --rule",
                "--report page.md --funded b|--report counts by the files' own rules alone",
                "--rule majority-judgment:grades=4|The rule majority-judgment cannot count the ballots of a .pb file",
                "--funded b,b|The project \"b\" is told twice by --funded",
                "--minimum x:b=1 --minimum y:b=1|The project \"b\" is in two minimums",
            })
    void refusesInOneSentence(String options, String sentence) throws IOException {
        assertThat(tally(options)).isEqualTo(2);

        assertThat(run.out.toString()).isEmpty();
        assertThat(run.err.toString().lines()).singleElement().asString().contains(sentence);
    }

    @Test
    void tellsTheSameRulesInTheHelpAndWhereOneIsUnknown() throws IOException {
        assertThat(tally("--rule dice")).isEqualTo(2);
        String help = new CommandLine(new TallyCommand()).getUsageMessage().replaceAll("\\s+", "");

        assertThat(run.err.toString()).doesNotContain("field rule").contains("borda-per-cost, mes, phragmen");
        for (String name : new RuleNames()) {
            assertThat(help).contains(name + ",");
            assertThat(run.err.toString()).contains(name);
        }
    }

    @Test
    void aCountWithEarmarksIsNotByTheFilesRule() throws IOException {
        Path written = folder.resolve("written.pb");

        assertThat(tally("--json --funded d --write " + written)).isZero();

        assertThat(run.json(0).get("official").isNull()).isTrue();
        assertThat(written).content().contains("rule;earmarked:funded=3,rule=greedy\n");
        assertThat(run.tally("--json", written.toString())).isZero();
        assertThat(run.json(1).get("official").get("matches").asBoolean()).isTrue();
    }

    @Test
    void theFilesRuleInItsCanonicalSpellingIsItsOwn() throws IOException {
        assertThat(tally("--json --rule greedy")).isZero();
        assertThat(tally("--json --rule greedy:minimum=1")).isZero();

        assertThat(run.json(0).get("official").isNull()).isFalse();
        assertThat(run.json(1).get("official").isNull()).isTrue();
    }

    private int tally(String options) throws IOException {
        String file =
                Files.writeString(folder.resolve("small.pb"), TallyRun.SMALL).toString();
        return run.tally(Stream.concat(Arrays.stream(options.split(" ")), Stream.of(file))
                .toArray(String[]::new));
    }
}
