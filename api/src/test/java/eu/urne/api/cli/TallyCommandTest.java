package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TallyCommandTest {

    @TempDir
    private Path folder;

    private final TallyRun run = new TallyRun();
    private final StringWriter out = run.out;
    private final StringWriter err = run.err;

    @Test
    void writesOneObjectPerFileWithItsKeysInOrder() throws IOException {
        int exit = tally("--json", file("small.pb", TallyRun.SMALL));

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
        assertThat(tally("--json", "--tie-break", "cost-votes-id", file("small.pb", TallyRun.SMALL)))
                .isZero();

        assertThat(json(0).get("selected").get(1).asString()).isEqualTo("d");
        assertThat(json(0).get("official").get("matches").asBoolean()).isTrue();
    }

    @Test
    void doesNotCompareACountThatStoppedAtATie() throws IOException {
        assertThat(tally("--json", "--tie-break", "report", file("small.pb", TallyRun.SMALL)))
                .isZero();

        assertThat(json(0).get("official").isNull()).isTrue();
        assertThat(json(0).get("ties").get(0).get("chosen")).isEmpty();
    }

    @Test
    void countsAnUnknownRuleByGreedyWithoutComparing() throws IOException {
        String unknown = TallyRun.SMALL.replace("rule;greedy", "rule;unknown");

        assertThat(tally("--json", file("small.pb", unknown))).isZero();
        assertThat(json(0).get("rule").asString()).isEqualTo("greedy");
        assertThat(json(0).get("official").isNull()).isTrue();
        assertThat(tally(file("small.pb", unknown))).isZero();
        assertThat(out.toString()).contains("counted by greedy (the file's rule is unknown)");
    }

    @Test
    void doesNotCompareACountByAnotherRuleThanTheFiles() throws IOException {
        assertThat(tally("--json", "--rule", "greedy-no-skip", file("small.pb", TallyRun.SMALL)))
                .isZero();

        assertThat(json(0).get("official").isNull()).isTrue();
    }

    @Test
    void showsEveryProjectInATable() throws IOException {
        assertThat(tally(file("small.pb", TallyRun.SMALL))).isZero();

        assertThat(out).hasToString("""
                small.pb
                  counted by greedy; budget 100.5, spent 100.5, left 0
                     project  score  cost
                  1        é      3    60
                  2        c      1  40.5
                  -        b      2    50
                  -        d      1    40
                  tie in round 2: c, d; broken by declared for c
                  official winners differ: missing here [d], extra here [c]

                """);
    }

    @Test
    void explainsEveryProjectOrOne() throws IOException {
        String file = file("small.pb", TallyRun.SMALL);

        assertThat(tally("--explain", file)).isZero();
        assertThat(tally(file, "--explain")).isZero();
        assertThat(tally("--explain=b", "--lang", "fr", file)).isZero();
        assertThat(tally("--explain", "c", "--json", file)).isZero();
        assertThat(tally("--explain", "x", file)).isEqualTo(2);

        String all = """
                1. é, for 60: chosen with 3, 40.5 left.
                2. c, for 40.5: chosen with 1, 0 left.
                Not selected: b, for 50: has 2, did not fit with 40.5 left.
                """.indent(2);
        assertThat(out.toString()).containsSubsequence(all, all, "  Non retenu : b, pour 50 : 2,");
        assertThat(out.toString().lines().toList().getLast())
                .endsWith("\"reasons\":{\"c\":\"chosen with 1, 0 left\"}}");
        assertThat(err).hasToString("small.pb: there is no project \"x\" to explain.\n");
    }

    @Test
    void countsAFolderByNameAndNamesWhatCannotBeCounted() throws IOException {
        file("b.pb", TallyRun.SMALL);
        file("a.pb", TallyRun.SMALL);
        file("c.pb", TallyRun.SMALL.replace("rule;greedy", "rule;equalshares"));
        file("d.pb", TallyRun.SMALL.replace("b;50", "b;x"));
        file("notes.txt", "nothing");

        assertThat(tally("--json", folder.toString())).isEqualTo(2);
        assertThat(json(0).get("file").asString()).isEqualTo("a.pb");
        assertThat(json(1).get("file").asString()).isEqualTo("b.pb");
        assertThat(out.toString().lines()).hasSize(2);
        assertThat(err.toString().lines())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).startsWith("c.pb, field rule: the rule \"equalshares\""))
                .anySatisfy(line -> assertThat(line).isEqualTo("d.pb, line 17, field cost: \"x\" is not an amount."));
    }

    @Test
    void notesWhatIsOddOnStandardError() throws IOException {
        assertThat(tally("--json", file("small.pb", TallyRun.SMALL.replace("num_votes;5", "num_votes;9"))))
                .isZero();

        assertThat(err)
                .hasToString("small.pb: note: line 11, field num_votes: META announces 9 votes,"
                        + " the file has 5; the file is counted as it is.\n");
    }

    @Test
    void refusesWhatIsOddWhereItIsToldToBeStrict() throws IOException {
        assertThat(tally("--strict", file("odd.pb", TallyRun.SMALL.replace("v4;b", "v4;b,b"))))
                .isEqualTo(2);
        assertThat(tally("--strict", "--json", file("small.pb", TallyRun.SMALL)))
                .isZero();

        assertThat(err).hasToString("odd.pb, line 25, field vote: the ballot names \"b\" more than once.\n");
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void refusesWhatItDoesNotKnowInOneLine() throws IOException {
        assertThat(tally("--tie-break", "dice", file("small.pb", TallyRun.SMALL)))
                .isEqualTo(2);
        assertThat(tally("--rule", "dice", file("small.pb", TallyRun.SMALL))).isEqualTo(2);
        assertThat(tally(folder.resolve("none.pb").toString())).isEqualTo(2);
        assertThat(tally(Files.createDirectory(folder.resolve("empty")).toString()))
                .isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).hasSize(4).allSatisfy(line -> assertThat(line)
                .endsWith("."));
    }

    @Test
    void countsByEqualSharesWithItsOptions() throws IOException {
        String path = file("small.pb", TallyRun.SMALL);

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
        String small = file("small.pb", TallyRun.SMALL);

        assertThat(tally("--json", "--funded", "d", "--minimum", "old:b,c=50.50", small))
                .isZero();
        assertThat(json(0).get("rule").asString()).isEqualTo("earmarked");
        assertThat(json(0).get("selected").get(0).asString()).isEqualTo("d");
        assertThat(json(0).get("selected").get(1).asString()).isEqualTo("b");

        String districts = file(
                "districts.pb",
                TallyRun.SMALL
                        .replace("project_id;cost;selected", "project_id;cost;selected;category")
                        .replace("é;60;1", "é;60;1;sport")
                        .replace("b;50;0", "b;50;0;nature,sport")
                        .replace("c;40.5;0", "c;40.5;0;nature")
                        .replace("d;40;1", "d;40;1;"));
        assertThat(tally("--json", "--minimum", "nature=50%", districts)).isZero();
        assertThat(json(1).get("selected").get(0).asString()).isEqualTo("b");
        assertThat(tally("--minimum", "music=5", districts)).isEqualTo(2);
        assertThat(err.toString()).contains("No project of districts.pb has the category or district \"music\".");

        assertThat(tally("--minimum", "old:x=5", small)).isEqualTo(2);
        assertThat(tally("--minimum", "old", small)).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no project \"x\" in small.pb.")
                .contains("\"old\" is no minimum: write NAME=AMOUNT or NAME:ID,ID=AMOUNT.");
    }

    @Test
    void namesTheChoicesWhereOneIsUnknown() throws IOException {
        assertThat(tally("--rule", "mes", "--utility", "luck", file("small.pb", TallyRun.SMALL)))
                .isEqualTo(2);
        assertThat(tally("--rule", "mes", "--utility", "points", file("small.pb", TallyRun.SMALL)))
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
        return run.tally(arguments);
    }

    private JsonNode json(int line) {
        return run.json(line);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
