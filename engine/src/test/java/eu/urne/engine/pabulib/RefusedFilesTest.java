package eu.urne.engine.pabulib;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedFilesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                // sections
                "META\\n||, line 1: the section META must begin here, but there stands \"key\".",
                "PROJECTS\\n||, line 18: the section VOTES is repeated or out of order; the order is META, PROJECTS,",
                "VOTES\\nvoter_id;vote\\n|META\\nkey;value\\n|, line 19: the section META is repeated or out of order",
                "v3;c\\n|v3;c\\nVOTES\\n|, line 24: the section VOTES is repeated or out of order",
                "key;value\\n||, line 2, field key: the section META lacks this column.",
                // amounts
                "budget;100\\n||, field budget: META lacks it.",
                "budget;100|budget;|, line 4, field budget: META leaves it empty.",
                "budget;100|budget;-1|, line 4, field budget: the amount \"-1\" is negative.",
                "budget;100|budget;1e9|, line 4, field budget: \"1e9\" is not an amount.",
                "budget;100|budget;10000000000000000000|, line 4, field budget: the amount is too large.",
                "budget;100|budget;100\\nbudget;200|, line 5, field budget: META has this key twice with different",
                "b;50|b;-50|, line 17, field cost: the amount \"-50\" is negative.",
                "b;50|b;1 000|, line 17, field cost: \"1 000\" is not an amount.",
                "b;50|b;|, line 17, field cost: \"\" is not an amount.",
                "b;50|b;NaN|, line 17, field cost: \"NaN\" is not an amount.",
                "b;50|b;9223372036854775808|, line 17, field cost: the amount is too large.",
                "b;50|b;1000000000000000000.123|, line 17, field cost: the amount is too large.",
                // projects
                "b;50|a;50|, line 17, field project_id: the project \"a\" stands in line 16 already.",
                "b;50| ;50|, line 17, field project_id: the project has no id.",
                "project_id|id|, line 15, field project_id: the section PROJECTS lacks this column.",
                ";cost;|;price;|, line 15, field cost: the section PROJECTS lacks this column.",
                ";name;|;cost;|, line 15, field cost: the section PROJECTS has this column twice.",
                "a;60;Park;1\\nb;50;Pool;0\\nc;40;Bench;1\\n||, line 15: the section PROJECTS has no project.",
                // votes
                "v2;a|v1;a|, line 22, field voter_id: the voter \"v1\" has voted in line 21 already.",
                "v2;a|v2|, line 22, field vote: the row has no such cell.",
                "voter_id;vote|voter;vote|, line 20, field voter_id: the section VOTES lacks this column.",
                "voter_id;vote|voter_id;votes|, line 20, field vote: the section VOTES lacks this column.",
                "approval|choose-1|, line 21, field vote: a choose-1 ballot names 2 projects.",
                "approval|cumulative|, line 20, field points: the section VOTES lacks this column.",
                "approval|veto|, line 5, field vote_type: \"veto\" is none of approval, choose-1,",
                "num_votes;3|num_votes;x|, line 8, field num_votes: \"x\" is not a whole number of 0 or more.",
                "b;50;Pool|b;50;\"Pool|, line 17: a quoted cell of this row is never closed.",
                "v3;c\\n|v|, line 23, field vote: the row has no such cell, and the file seems to break off in",
                "b;50;Pool|b;50;\"Po\"ol|, line 17: the row is no CSV: a quote in a cell is not doubled",
                "num_votes;3|num_votes;x\u0007|, line 8, field num_votes: \"x\\u0007\" is not a whole number",
            })
    void tellsFileLineAndFieldInOneSentence(String part, String change, String problem) {
        String text = PbTexts.PLAIN.replace(lines(part), lines(change == null ? "" : change));
        refuses(text, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,3|2|, line 21, field points: 1 points for 2 projects.",
                "2,3|2,x|, line 21, field points: \"x\" is not a number.",
                "2,3|2,-3|, line 21, field points: \"-3\" is negative.",
                "2,3|2,1000000000000|, line 21, field points: \"1000000000000\" is too large.",
                "2,3|2,1.0000000000001|, line 21, field points: \"2\" is too large.",
            })
    void refusesPointsThatCannotBeCounted(String part, String change, String problem) {
        refuses(ToleratedFilesTest.points("cumulative").replace(part, change), problem);
    }

    @Test
    void refusesWhatIsNoFile() {
        refuses(folder, ": this is a directory, not a file.");
        refuses(folder.resolve("none.pb"), ": there is no such file.");
        refuses("", ": the file is empty.");
        refuses("\ufeff \n\n", ": the file is empty.");
    }

    @Test
    void namesTheLineThatIsNotUtf8() {
        String text = PbTexts.PLAIN.replace("Pool", "Pływalnia");

        refuses(
                PbTexts.file(
                        folder, PbTexts.PLAIN.replace("Pool", "Piscine à étage").getBytes(ISO_8859_1)),
                ", line 17: the text is not UTF-8 (byte 0xe0).");
        refuses(PbTexts.file(folder, text.getBytes(UTF_16)), ", line 1: the text is not UTF-8 (byte 0xfe).");
    }

    @Test
    void refusesAFileThatBreaksOff() {
        String breaksOff = ", line 23: the file breaks off in its last line.";

        refuses(
                PbTexts.PLAIN.substring(0, PbTexts.PLAIN.indexOf("PROJECTS")),
                ", line 13: the file ends before the section PROJECTS.");
        refuses(
                PbTexts.PLAIN.substring(0, PbTexts.PLAIN.indexOf("VOTES")),
                ", line 18: the file ends before the section VOTES.");
        refuses(
                PbTexts.PLAIN.substring(0, PbTexts.PLAIN.indexOf("voter_id")),
                ", line 19: the file ends before the column names of VOTES.");
        refuses(PbTexts.PLAIN.replace("num_votes;3", "num_votes;4").stripTrailing(), breaksOff);
        refuses(PbTexts.PLAIN.replace("voter_id;vote", "voter_id;vote;age").stripTrailing(), breaksOff);
    }

    private void refuses(String text, String problem) {
        refuses(PbTexts.file(folder, text), problem);
    }

    private static void refuses(Path file, String problem) {
        PbException refusal = catchThrowableOfType(PbException.class, () -> PbReader.read(file));

        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage())
                .startsWith(file.getFileName() + problem)
                .endsWith(".")
                .doesNotContain("\n");
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
