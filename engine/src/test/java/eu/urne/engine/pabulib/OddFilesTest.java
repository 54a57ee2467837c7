package eu.urne.engine.pabulib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.WeightedBallot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lenient reader notes is what a strict one refuses. */
class OddFilesTest {

    @ParameterizedTest(name = "{0} -> {1}: {2}; {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "PROJECTS|\\nPROJECTS|line 14: the line is blank|it is skipped",
                "v2;a|v2;a\\n;|line 23: the line is blank|it is skipped",
                "v2;a|v2; a|line 22, field vote: there are spaces round \"a\"|they are left out",
                "v2;a|v2 ;a|line 22, field voter_id: there are spaces round \"v2\"|they are left out",
                "b;50|b ;50|line 17, field project_id: there are spaces round \"b\"|they are left out",
                "b;50|b; 50|line 17, field cost: there are spaces round \"50\"|they are left out",
                "b;50|b;50,5|line 17, field cost: \"50,5\" has a decimal comma|it is read as a point",
                "budget;100|budget;100,0|line 4, field budget: \"100,0\" has a decimal comma|it is read as a point",
                "unit;Town|unit;Town;x|line 10, field unit: the value has a semicolon, but no quotes|"
                        + "the value is taken whole",
                "unit;Town|unit;Town\\nunit;Town|line 11, field unit: META has this key twice|both say the same",
                "unit;Town\\n||META lacks unit|the count does without",
                "rule;greedy|rule;|META lacks rule|the count does without",
                "num_projects;3|num_projects;4|"
                        + "line 7, field num_projects: META announces 4 projects, the file has 3|"
                        + "the file is counted as it is",
                "num_votes;3|num_votes;2|line 8, field num_votes: META announces 2 votes, the file has 3|"
                        + "the file is counted as it is",
                "v2;a|v2;a,a|line 22, field vote: the ballot names \"a\" more than once|it counts once",
                "v2;a|v2;a,z|line 22, field vote: there is no project \"z\"|the rest of the ballot counts",
                "v2;a|;a|line 22, field voter_id: the voter has no id|the ballot counts",
                "v2;a|v2;a;b|line 22: the row has more cells than columns|those without a column are not read",
                "b;50;Pool;0|b;50;Pool;0;?|line 17: the row has more cells than columns|"
                        + "those without a column are not read",
                "unit;Town|unit;Town\\nmin_length;2|"
                        + "line 23, field vote: the number of projects is 1, less than min_length 2|"
                        + "it counts all the same; likewise in line 24",
                "unit;Town|unit;Town\\nmax_length;1|"
                        + "line 22, field vote: the number of projects is 2, more than max_length 1|"
                        + "it counts all the same",
                "unit;Town|unit;Town\\nmax_sum_cost;100.5|"
                        + "line 22, field vote: the projects cost 110, more than max_sum_cost 100.5|"
                        + "it counts all the same",
                "unit;Town|unit;Town\\nmin_sum_cost;45|"
                        + "line 24, field vote: the projects cost 40, less than min_sum_cost 45|it counts all the same",
                "unit;Town|unit;Town\\nmax_length;many|line 11, field max_length: \"many\" is not a number|"
                        + "it is not checked",
            })
    void isNotedOrRefused(String part, String change, String problem, String remedy) throws PbException {
        PbText text = PbTexts.text(PbTexts.PLAIN.replace(lines(part), lines(change == null ? "" : change)));

        assertThat(PbReader.read(text, Strictness.LENIENT).notes()).containsExactly(problem + "; " + remedy + ".");
        assertThat(refusal(text)).hasMessage("small.pb" + (problem.startsWith("line") ? ", " : ": ") + problem + ".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max_points;4|line 23, field points: the points are 5, more than max_points 4",
                "min_points;3|line 22, field points: the points are 2, less than min_points 3",
                "max_sum_points;4|line 22, field points: the sum of points is 5, more than max_sum_points 4",
                "min_sum_points;6|line 22, field points: the sum of points is 5, less than min_sum_points 6",
            })
    void limitsOfPointsAreCheckedToo(String limit, String problem) throws PbException {
        PbText text = PbTexts.text(ToleratedFilesTest.points("cumulative").replace("unit;Town", "unit;Town\n" + limit));

        assertThat(PbReader.read(text, Strictness.LENIENT).notes())
                .singleElement()
                .asString()
                .startsWith(problem + "; it counts all the same");
        assertThat(refusal(text)).hasMessage("small.pb, " + problem + ".");
    }

    @Test
    void aFileWithoutOddityIsReadAlikeInBothWays() throws PbException {
        PbText text = PbTexts.text("\ufeff" + PbTexts.PLAIN.replace("\n", "\r\n"));

        assertThat(PbReader.read(text, Strictness.STRICT)).isEqualTo(PbReader.read(text, Strictness.LENIENT));
    }

    @Test
    void theColumnOfVotesIsHeldAgainstARecount() throws PbException {
        PbText text = PbTexts.text(PbTexts.PLAIN
                .replace("project_id;cost;name;selected", "project_id;cost;votes;selected")
                .replace("a;60;Park", "a;60;3")
                .replace("b;50;Pool", "b;50;1")
                .replace("c;40;Bench", "c;40;"));

        String problem = "line 16, field votes: the file tells \"3\" votes of the project \"a\", a recount gives 2";
        assertThat(PbReader.read(text, Strictness.LENIENT).notes()).containsExactly(problem + "; the recount counts.");
        assertThat(refusal(text)).hasMessage("small.pb, " + problem + ".");
    }

    @Test
    void aVoterWhoseEveryChoiceIsUnknownStillVoted() throws PbException {
        PbFile file = PbReader.read(PbTexts.text(PbTexts.PLAIN.replace("v2;a", "v2;z")), Strictness.LENIENT);

        assertThat(file.election().voters()).isEqualTo(3);
        assertThat(file.election().ballots()).contains(new WeightedBallot(new Ballot.Blank(), 1));
    }

    @Test
    void anOddityOfManyLinesMakesOneNote() throws PbException {
        StringBuilder text = new StringBuilder(PbTexts.PLAIN.replace("num_votes;3\n", ""));
        for (int voter = 4; voter < 40; voter++) {
            text.append('v').append(voter).append(";b,b\n");
        }

        assertThat(PbReader.read(PbTexts.text(text.toString()), Strictness.LENIENT)
                        .notes()
                        .getFirst())
                .startsWith("line 23, field vote: the ballot names \"b\" more than once; it counts once;"
                        + " likewise in line 24,")
                .endsWith(", 43 and 15 more.");
    }

    private static PbException refusal(PbText text) {
        PbException refusal = catchThrowableOfType(PbException.class, () -> PbReader.read(text, Strictness.STRICT));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
