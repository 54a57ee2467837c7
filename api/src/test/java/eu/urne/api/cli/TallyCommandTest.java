package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TallyCommandTest {

    private static final String SMALL = """
            META
            key;value
            budget;100.50
            vote_type;approval
            rule;greedy
            PROJECTS
            project_id;cost;selected
            é;60;1
            b;50;0
            c;40.5;0
            d;40;1
            VOTES
            voter_id;vote
            v1;é,c
            v2;é,d
            v3;b
            v4;b
            v5;é
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesOneObjectPerFileWithItsKeysInOrder() throws IOException {
        int exit = tally("--json", file("small.pb", SMALL));

        assertThat(exit).isZero();
        assertThat(out).hasToString("""
                {"file":"small.pb","rule":"greedy","budget":"100.5","spent":"100.5","selected":["\\u00E9","c"],\
                "ties":[{"round":2,"tied":["c","d"],"method":"declared","chosen":["c"]}],\
                "official":{"matches":false,"missing":["d"],"extra":["c"]}}
                """);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void breaksTiesAsTold() throws IOException {
        assertThat(tally("--json", "--tie-break", "cost-votes-id", file("small.pb", SMALL)))
                .isZero();

        assertThat(json(0).get("selected").get(1).asString()).isEqualTo("d");
        assertThat(json(0).get("official").get("matches").asBoolean()).isTrue();
    }

    @Test
    void doesNotCompareACountThatStoppedAtATie() throws IOException {
        assertThat(tally("--json", "--tie-break", "report", file("small.pb", SMALL)))
                .isZero();

        assertThat(json(0).get("official").isNull()).isTrue();
        assertThat(json(0).get("ties").get(0).get("chosen")).isEmpty();
    }

    @Test
    void countsAnUnknownRuleByGreedyWithoutComparing() throws IOException {
        String unknown = SMALL.replace("rule;greedy", "rule;unknown");

        assertThat(tally("--json", file("small.pb", unknown))).isZero();
        assertThat(json(0).get("rule").asString()).isEqualTo("greedy");
        assertThat(json(0).get("official").isNull()).isTrue();
        assertThat(tally(file("small.pb", unknown))).isZero();
        assertThat(out.toString()).contains("counted by greedy (the file's rule is unknown)");
    }

    @Test
    void doesNotCompareACountByAnotherRuleThanTheFiles() throws IOException {
        assertThat(tally("--json", "--rule", "greedy-no-skip", file("small.pb", SMALL)))
                .isZero();

        assertThat(json(0).get("official").isNull()).isTrue();
    }

    @Test
    void explainsEveryProjectInATable() throws IOException {
        assertThat(tally(file("small.pb", SMALL))).isZero();

        assertThat(out.toString().lines().map(String::strip))
                .containsExactly(
                        "small.pb",
                        "counted by greedy; budget 100.5, spent 100.5, left 0",
                        "1  é            60  chosen with 3, 40.5 left",
                        "2  c          40.5  chosen with 1, 0 left",
                        "-  b            50  has 2, did not fit with 40.5 left",
                        "-  d            40  has 1, did not fit with 0 left",
                        "tie in round 2: c, d; broken by declared for c",
                        "official winners differ: missing here [d], extra here [c]",
                        "");
    }

    @Test
    void countsAFolderByNameAndNamesWhatCannotBeCounted() throws IOException {
        file("b.pb", SMALL);
        file("a.pb", SMALL);
        file("c.pb", SMALL.replace("rule;greedy", "rule;equalshares"));
        file("d.pb", SMALL.replace("v2;é,d", "v2;x"));
        file("notes.txt", "nothing");

        assertThat(tally("--json", folder.toString())).isEqualTo(2);
        assertThat(json(0).get("file").asString()).isEqualTo("a.pb");
        assertThat(json(1).get("file").asString()).isEqualTo("b.pb");
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(err.toString().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("c.pb, field rule: the rule \"equalshares\""))
                .anySatisfy(
                        line -> assertThat(line).isEqualTo("d.pb, line 15, field vote: there is no project \"x\"."));
    }

    @Test
    void notesWhatIsOddOnStandardError() throws IOException {
        assertThat(tally("--json", file("small.pb", SMALL.replace("budget;100.50", "budget;100.50\nnum_votes;9"))))
                .isZero();

        assertThat(err).hasToString("small.pb: note: META announces 9 votes, the file has 5.\n");
    }

    @Test
    void refusesWhatItDoesNotKnowInOneLine() throws IOException {
        assertThat(tally("--tie-break", "dice", file("small.pb", SMALL))).isEqualTo(2);
        assertThat(tally("--rule", "dice", file("small.pb", SMALL))).isEqualTo(2);
        assertThat(tally(folder.resolve("none.pb").toString())).isEqualTo(2);
        assertThat(tally(Files.createDirectory(folder.resolve("empty")).toString()))
                .isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(4).allSatisfy(line -> assertThat(line)
                .endsWith("."));
    }

    @Test
    void countsByEqualSharesWithItsOptions() throws IOException {
        String path = file("small.pb", SMALL);

        assertThat(tally("--json", "--rule", "mes", path)).isZero();
        assertThat(tally("--json", "--rule", "mes", "--completion", "add1", "--utility", "cardinality", path))
                .isZero();
        assertThat(tally("--json", "--rule", "mes", "--then", "greedy", path)).isZero();

        assertThat(json(0).get("rule").asString()).isEqualTo("mes");
        assertThat(json(0).get("selected")).hasSize(1);
        assertThat(json(1).get("selected").size()).isPositive();
        assertThat(json(2).get("selected").get(0).asString()).isEqualTo("\u00e9");
    }

    @Test
    void countsWithEarmarkedMoney() throws IOException {
        String small = file("small.pb", SMALL);

        assertThat(tally("--json", "--funded", "d", "--minimum", "old:b,c=50.50", small))
                .isZero();
        assertThat(json(0).get("rule").asString()).isEqualTo("earmarked");
        assertThat(json(0).get("selected").get(0).asString()).isEqualTo("d");
        assertThat(json(0).get("selected").get(1).asString()).isEqualTo("b");

        assertThat(tally("--minimum", "old:x=5", small)).isEqualTo(2);
        assertThat(tally("--minimum", "old", small)).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no project \"x\" in small.pb.")
                .contains("\"old\" is no minimum: write NAME:ID,ID=AMOUNT.");
    }

    @Test
    void explainsInFrench() throws IOException {
        assertThat(tally("--lang", "fr", file("small.pb", SMALL))).isZero();

        assertThat(out.toString()).contains("n'entrait pas dans les 40.5 restants");
    }

    @Test
    void comparesRules() throws IOException {
        assertThat(tally("--compare", "greedy,phragmen", file("small.pb", SMALL)))
                .isZero();

        assertThat(out.toString()).contains("A  greedy", "B  phragmen", "voters with a winner 60.0 %");
    }

    @Test
    void namesTheChoicesWhereOneIsUnknown() throws IOException {
        assertThat(tally("--rule", "mes", "--utility", "luck", file("small.pb", SMALL)))
                .isEqualTo(2);
        assertThat(tally("--rule", "mes", "--utility", "points", file("small.pb", SMALL)))
                .isEqualTo(2);

        assertThat(err.toString().lines()).hasSize(2).anySatisfy(line -> assertThat(line)
                .contains("cost, cardinality, sqrt-cost, points, borda"));
    }

    @Test
    void countsAllRealElectionsWithoutADifference() {
        Path real = Path.of(System.getProperty("urne.shared", "shared"), "pabulib");
        assumeThat(real)
                .as("folder with real elections; skipped where it is missing")
                .isDirectory();

        tally("--json", real.toString());

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).isNotEmpty();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode official = json(i).get("official");
            assertThat(official.isNull() || official.get("matches").asBoolean())
                    .as(lines.get(i))
                    .isTrue();
        }
    }

    private int tally(String... arguments) {
        return new CommandLine(new TallyCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private JsonNode json(int line) {
        return JsonMapper.shared().readTree(out.toString().lines().toList().get(line));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
