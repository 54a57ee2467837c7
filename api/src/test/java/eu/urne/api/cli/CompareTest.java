package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class CompareTest {

    private static final String TOWN = TallyRun.SMALL
            .replace("project_id;cost;selected", "project_id;cost;category;neighborhood")
            .replace("é;60;1", "é;60;green,sport;North")
            .replace("b;50;0", "b;50;sport;South")
            .replace("c;40.5;0", "c;40.5;;North")
            .replace("d;40;1", "d;40;green;");

    @TempDir
    private Path folder;

    private final TallyRun run = new TallyRun();

    @Test
    void putsTheRulesSideBySide() throws IOException {
        assertThat(run.tally("--compare", "greedy,greedy-no-skip", file(TOWN))).isZero();

        assertThat(run.out).hasToString("""
                small.pb
                  5 voters; budget 100.5
                  A  greedy
                  B  greedy-no-skip
                                                         A       B
                  winners                                2       1
                  spent                              100.5      60
                  left                                   0    40.5
                  voters with a winner              60.0 %  60.0 %
                  exclusion ratio (voters without)  40.0 %  40.0 %
                  money won per voter                44.10   36.00
                  money by category
                    (none)                            40.5       0
                    green                               60      60
                    sport                               60      60
                  money by district
                    (none)                               0       0
                    North                            100.5      60
                    South                                0       0
                  who wins
                    é                                    A       B
                    c                                    A       .

                """);
    }

    @Test
    void measuresWhatAnOutcomeMeans() throws IOException {
        assertThat(run.tally("--json", "--compare", "greedy;greedy-no-skip", file(TOWN)))
                .isZero();

        JsonNode greedy = run.json(0).get("rules").get(0);
        JsonNode noSkip = run.json(0).get("rules").get(1);
        assertThat(run.json(0).get("voters").asInt()).isEqualTo(5);
        assertThat(greedy.get("selected")).hasSize(2);
        assertThat(greedy.get("shareWithWinner").asString()).isEqualTo("3/5");
        assertThat(greedy.get("exclusionRatio").asString()).isEqualTo("2/5");
        assertThat(greedy.get("moneyWon").asString()).isEqualTo("220.5");
        assertThat(greedy.get("moneyPerVoter").asString()).isEqualTo("441/10");
        assertThat(greedy.get("moneyByCategory")).hasToString("{\"\":\"40.5\",\"green\":\"60\",\"sport\":\"60\"}");
        assertThat(greedy.get("moneyByDistrict")).hasToString("{\"\":\"0\",\"North\":\"100.5\",\"South\":\"0\"}");
        assertThat(noSkip.get("selected")).hasSize(1);
        assertThat(noSkip.get("left").asString()).isEqualTo("40.5");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mes/add1|mes:utility=cost,start=floor,voters=all,completion=add1,step=10",
                "mes/cardinality/add1-exhaustive|"
                        + "mes:utility=cardinality,start=exact,voters=all,completion=add1-exhaustive,step=10",
                "mes/greedy/comparison|"
                        + "mes:utility=cost,start=exact,voters=all,completion=none,then=greedy,comparison=greedy",
                "mes:utility=sqrt-cost,start=exact,voters=all,completion=none|"
                        + "mes:utility=sqrt-cost,start=exact,voters=all,completion=none",
            })
    void knowsRulesWithParameters(String name, String canonical) throws IOException {
        assertThat(run.tally("--json", "--compare", name + ";greedy", "--compare", "phragmen", file(TOWN)))
                .isZero();

        assertThat(run.json(0).get("rules")).hasSize(3);
        assertThat(run.json(0).get("rules").get(0).get("rule").asString()).isEqualTo(canonical);
    }

    @Test
    void refusesInOneSentence() throws IOException {
        String file = file(TOWN);

        assertThat(run.tally("--compare", "greedy,dice", file)).isEqualTo(2);
        assertThat(run.tally("--compare", "mes/points", file)).isEqualTo(2);
        assertThat(run.tally("--compare", "mes/dice", file)).isEqualTo(2);
        assertThat(run.tally("--compare", ";", file)).isEqualTo(2);
        assertThat(run.tally("--compare", "greedy", "--explain", file)).isEqualTo(2);

        assertThat(run.out.toString()).isEmpty();
        assertThat(run.err.toString().lines())
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).endsWith("."))
                .anySatisfy(line -> assertThat(line).contains("completion \"dice\": choose none, add1"))
                .contains(
                        "--compare needs 1 to 26 rules.", "--compare goes with none of --explain, --svg and --write.");
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("small.pb"), text).toString();
    }
}
