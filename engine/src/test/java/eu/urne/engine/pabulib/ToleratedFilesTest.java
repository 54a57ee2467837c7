package eu.urne.engine.pabulib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.WeightedBallot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToleratedFilesTest {

    @TempDir
    private Path folder;

    @Test
    void readsAPlainFile() throws PbException {
        PbFile file = read(PbTexts.PLAIN);

        assertThat(file.name()).isEqualTo("small.pb");
        assertThat(file.meta()).containsEntry("description", "A small one").containsEntry("rule", "greedy");
        assertThat(file.voteType()).isEqualTo(VoteType.APPROVAL);
        assertThat(file.ruleName()).isEqualTo("greedy");
        assertThat(file.officialWinners()).contains(List.of("a", "c"));
        assertThat(file.projects().getFirst().name()).isEqualTo("Park");
        assertThat(file.projects().getFirst().selected()).isEqualTo("1");
        assertThat(file.election().budget()).isEqualTo(100);
        assertThat(file.election().ballots())
                .containsExactly(
                        new WeightedBallot(Ballot.Approval.of(0, 1), 1),
                        new WeightedBallot(Ballot.Approval.of(0), 1),
                        new WeightedBallot(Ballot.Approval.of(2), 1));
        assertThat(file.notes()).isEmpty();
    }

    @Test
    void lineEndsByteOrderMarkBlankLinesAndSpacesChangeNothing() throws PbException {
        Election plain = read(PbTexts.PLAIN).election();

        assertThat(read(PbTexts.PLAIN.replace("\n", "\r\n")).election()).isEqualTo(plain);
        assertThat(read(PbTexts.PLAIN.replace("\n", "\r")).election()).isEqualTo(plain);
        assertThat(read("\ufeff" + PbTexts.PLAIN).election()).isEqualTo(plain);
        assertThat(read(PbTexts.PLAIN.replace("\n", "\n\n \n;;\n")).election()).isEqualTo(plain);
        assertThat(read(PbTexts.PLAIN.replace(";", " ; ").replace(",", " , ")).election())
                .isEqualTo(plain);
        assertThat(read(PbTexts.PLAIN.replace("PROJECTS\n", "PROJECTS;;;\n")).election())
                .isEqualTo(plain);
        assertThat(read(PbTexts.PLAIN.stripTrailing()).election()).isEqualTo(plain);
    }

    @Test
    void columnsAreFoundByName() throws PbException {
        PbFile file = read(PbTexts.PLAIN
                .replace("project_id;cost;name;selected\na;60;Park;1", "Cost;selected;extra;project_id\n60;1;x;a")
                .replace("b;50;Pool;0", "50;0;x;b")
                .replace("c;40;Bench;1", "40;1;x;c")
                .replace("voter_id;vote\nv1;a,b", "age;vote;voter_id\n7;a,b;v1")
                .replace("v2;a", ";a;v2")
                .replace("v3;c", "9;c;v3"));

        assertThat(file.election()).isEqualTo(read(PbTexts.PLAIN).election());
        assertThat(file.projects().getFirst().cells())
                .containsExactly(
                        entry("cost", "60"), entry("selected", "1"), entry("extra", "x"), entry("project_id", "a"));
    }

    @Test
    void quotedCellsHoldSeparatorsQuotesAndLines() throws PbException {
        PbFile file = read(PbTexts.PLAIN
                .replace("a;60;Park", "a;60; \"Park; \"\"green\"\"\nand wide\"")
                .replace("A small one", "\"#1: one; #2: \"\"two\"\"\""));

        assertThat(file.projects().getFirst().name()).isEqualTo("Park; \"green\"\nand wide");
        assertThat(file.meta()).containsEntry("description", "#1: one; #2: \"two\"");
    }

    @Test
    void spacesMayStandRoundAQuotedCell() throws PbException {
        Election plain = read(PbTexts.PLAIN).election();

        assertThat(read(PbTexts.PLAIN.replace("v1;a,b", "v1; \"a,b\"")).election())
                .isEqualTo(plain);
        assertThat(read(PbTexts.PLAIN.replace("v1;a,b", "\"v1\" \t;a,b")).election())
                .isEqualTo(plain);
        assertThat(read(PbTexts.PLAIN.replace("v1;a,b", " \"v1\";\"a,b\" ")).election())
                .isEqualTo(plain);
        assertThat(read(PbTexts.PLAIN.replace("Park", "\"Park \"\"green\"\" one\""))
                        .projects()
                        .getFirst()
                        .name())
                .isEqualTo("Park \"green\" one");
    }

    @Test
    void anUnquotedSemicolonInMetaStaysInTheValue() throws PbException {
        assertThat(read(PbTexts.PLAIN.replace("A small one", "One; two")).meta())
                .containsEntry("description", "One; two");
    }

    @Test
    void unknownKeysOfMetaAreKept() throws PbException {
        assertThat(read(PbTexts.PLAIN.replace("budget;100", "budget;100\nmax_sum_cost_per_category;1,2"))
                        .meta())
                .containsEntry("max_sum_cost_per_category", "1,2");
    }

    @Test
    void amountsAreExactDecimalsWithPointOrComma() throws PbException {
        PbFile file = read(PbTexts.PLAIN
                .replace("budget;100", "budget;1893934.380")
                .replace("a;60", "a;400000,5")
                .replace("b;50", "b;400000.0"));

        assertThat(file.moneyScale()).isEqualTo(2);
        assertThat(file.election().budget()).isEqualTo(189_393_438);
        assertThat(file.projects()).extracting(PbProject::cost).containsExactly(40_000_050L, 40_000_000L, 4000L);
        assertThat(file.money(40_000_050)).isEqualTo("400000.5");
        assertThat(file.money(40_000_000)).isEqualTo("400000");
        assertThat(file.money(0)).isEqualTo("0");
    }

    @Test
    void freeAndWithdrawnProjectsAreProjects() throws PbException {
        PbFile file = read(PbTexts.PLAIN.replace("a;60", "a;0").replace("b;50", "b;999999999"));

        assertThat(file.projects()).extracting(PbProject::cost).containsExactly(0L, 999_999_999L, 40L);
    }

    @Test
    void aProjectTwiceOnABallotCountsOnce() throws PbException {
        PbFile file = read(PbTexts.PLAIN.replace("v1;a,b", "v1;a,b,a,,"));

        assertThat(file.election()).isEqualTo(read(PbTexts.PLAIN).election());
        assertThat(file.notes())
                .containsExactly(
                        "line 21, field vote: there is nothing between two commas; it is left out.",
                        "line 21, field vote: the ballot names \"a\" more than once; it counts once.");
    }

    @Test
    void anEmptyVoteIsABlankBallot() throws PbException {
        assertThat(read(PbTexts.PLAIN.replace("v2;a", "v2;")).election().ballots())
                .contains(new WeightedBallot(new Ballot.Blank(), 1));
    }

    @Test
    void pointsAreBroughtToOneScale() throws PbException {
        PbFile file = read(
                points("cumulative").replace("v1;a,b;2,3", "v1;a,b,a;2.5,3,9").replace("v2;a;5", "v2;a;0.25"));

        assertThat(file.pointsScale()).isEqualTo(2);
        assertThat(file.election().ballots())
                .containsExactly(
                        new WeightedBallot(new Ballot.Points(Indexes.of(0, 1), Amounts.of(250, 300)), 1),
                        new WeightedBallot(new Ballot.Points(Indexes.of(0), Amounts.of(25)), 1),
                        new WeightedBallot(new Ballot.Blank(), 1));
        assertThat(file.points(25)).isEqualTo("0.25");
    }

    @Test
    void projectsNotNamedGetTheDefaultScore() throws PbException {
        PbFile file = read(points("scoring").replace("budget;100", "budget;100\ndefault_score;-1"));

        assertThat(file.election().ballots().getFirst().ballot())
                .isEqualTo(new Ballot.Points(Indexes.of(0, 1, 2), Amounts.of(2, 3, -1)));
    }

    @Test
    void aFirstPlaceIsWorthTheMaximalLengthOrThatOfTheLongestBallot() throws PbException {
        String ordinal = PbTexts.PLAIN.replace("approval", "ordinal");

        assertThat(read(ordinal).election().maxLength()).isEqualTo(2);
        assertThat(read(ordinal.replace("budget;100", "budget;100\nmax_length;5"))
                        .election()
                        .maxLength())
                .isEqualTo(5);
        assertThat(read(ordinal).election().ballots().getFirst().ballot()).isEqualTo(Ballot.Ranking.of(0, 1));
    }

    @Test
    void countsThatDifferFromMetaAreNoted() throws PbException {
        assertThat(read(PbTexts.PLAIN.replace("num_votes;3", "num_votes;4").replace("num_projects;3", "num_projects;2"))
                        .notes())
                .containsExactly(
                        "line 7, field num_projects: META announces 2 projects, the file has 3;"
                                + " the file is counted as it is.",
                        "line 8, field num_votes: META announces 4 votes, the file has 3;"
                                + " the file is counted as it is.");
    }

    @Test
    void winnersAreUnknownWhereTheColumnIsMissingOrEmpty() throws PbException {
        assertThat(read(PbTexts.PLAIN.replace("selected", "other")).officialWinners())
                .isEmpty();
        assertThat(read(PbTexts.PLAIN.replaceAll("(?m)^([abc];.*;)[01]$", "$1")).officialWinners())
                .isEmpty();
        assertThat(read(PbTexts.PLAIN.replaceAll("(?m)^([abc];.*;)[01]$", "$10"))
                        .officialWinners())
                .contains(List.of());
    }

    private PbFile read(String text) throws PbException {
        return PbReader.read(PbTexts.file(folder, text));
    }

    static String points(String type) {
        return PbTexts.PLAIN
                .replace("approval", type)
                .replace("voter_id;vote", "voter_id;vote;points")
                .replace("v1;a,b", "v1;a,b;2,3")
                .replace("v2;a", "v2;a;5")
                .replace("v3;c", "v3;;");
    }
}
