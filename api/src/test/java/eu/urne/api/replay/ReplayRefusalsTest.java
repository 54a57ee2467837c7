package eu.urne.api.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be replayed is told in one sentence, and the log has nothing of it. */
class ReplayRefusalsTest {

    private static final String POINTS = """
            META
            key;value
            budget;100
            vote_type;cumulative
            rule;greedy
            PROJECTS
            project_id;cost;name
            a;60;Park
            b;50;Pool
            c;40;Bench
            VOTES
            voter_id;vote;points
            v1;a,b;3,2
            v2;a;5
            v3;c;1
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("small.pb"), text);
    }

    private static void assertOneSentence(Rerun.Ended ended, String words) {
        assertThat(ended.exit()).isEqualTo(2);
        assertThat(ended.out().lines()).allSatisfy(line -> assertThat(line).startsWith("note: "));
        assertThat(ended.err().strip()).contains(words).doesNotContain("\n", "Exception", "eu.urne", "\tat ", "null");
    }

    private void assertRefused(Path file, String words) {
        Rerun replay = new Rerun(folder);

        assertOneSentence(replay.run(file), words);

        assertThat(replay.state().checkpoints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v3;c;1     | v1;c;1        | v1", // a voter twice
                "v2;a;5     | v2;a;4.5      | points", // half a point
                "v2;a;5     | v2;a;-5       | points", // points below zero
                "v2;a;5     | v2;a;70000    | points", // more than a ballot can hold
                "v1;a,b;3,2 | v1;a,b;3      | line 13", // less points than projects
                "budget;100 | budget;100.125 | decimals", // amounts below a cent
                "budget;100 | budget;99999999999999999 | amount", // more money than there is
                "rule;greedy | rule;magic   | magic", // a rule that nobody knows
            })
    void aFileWithContentThatCannotBeCast(String good, String bad, String words) throws IOException {
        assertThat(POINTS).contains(good);
        assertRefused(file(POINTS.replace(good, bad)), words);
    }

    @ParameterizedTest
    @CsvSource({"PROJECTS", "b;50", "VOTES", "v1;a"})
    void aFileThatWasCutOff(String before) throws IOException {
        assertRefused(file(POINTS.substring(0, POINTS.indexOf(before))), "small.pb");
    }

    @Test
    void anEmptyFile() throws IOException {
        assertRefused(file(""), "small.pb");
    }

    @Test
    void aFolder() throws IOException {
        assertRefused(Files.createDirectory(folder.resolve("folder.pb")), "folder.pb");
    }

    @Test
    void aFileThatDoesNotExist() {
        assertRefused(folder.resolve("nothing.pb"), "nothing.pb");
    }

    @Test
    void aDataFolderThatIsAFile() throws IOException {
        Files.writeString(folder.resolve("data"), "");

        assertOneSentence(new Rerun(folder).run(file(POINTS)), "data");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "c;40;Bench | c;41;Bench", // another definition
                "v2;a;5     | v2;b;5", // another vote
                "v3;c;1     | v3;c;2", // other points
            })
    void anotherElectionOfTheSameNameInTheSameFolder(String one, String other) throws IOException {
        Rerun replay = new Rerun(folder);
        assertThat(replay.run(file(POINTS)).exit()).isZero();
        String checkpoints = replay.state().checkpoints();

        assertOneSentence(replay.run(file(POINTS.replace(one, other))), "small");

        assertThat(replay.state().checkpoints()).isEqualTo(checkpoints);
        assertThat(replay.run(file(POINTS)).exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v3;c;1 | v3;c;1 / v4;a;1", // one more voter
                "v3;c;1 | ''", // one voter less
            })
    void anotherNumberOfVotersInTheSameFolder(String one, String other) throws IOException {
        Rerun replay = new Rerun(folder);
        assertThat(replay.run(file(POINTS)).exit()).isZero();
        String checkpoints = replay.state().checkpoints();

        assertOneSentence(replay.run(file(POINTS.replace(one, other.replace(" / ", "\n")))), "small");

        assertThat(replay.state().checkpoints()).isEqualTo(checkpoints);
    }
}
