package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a command cannot do is one sentence on standard error, and exit code 2. */
class RefusalsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bench log --store mysql | --store must be sqlite, postgresql or all, not mysql",
                "bench http --store sqlite --seconds 0 | --seconds must be 1 or more, not 0",
                "bench http --clients 16,0 | each of --clients 1 or more",
                "bench growth --store x | --store must be",
                "replay @/none.pb --data @/d | none.pb: there is no such file",
                "restore @/none.zip --data @/d | there is no backup @/none.zip",
                "restore @/none.zip --data @/d --known @/receipt | cannot be read: @/receipt does not exist",
                "restore @/none.zip --data @/d --known http://none.invalid/x | no address is known of that host",
                "move --data @/none --to jdbc:postgresql://127.0.0.1:1/d | there is no installation in @/none",
                "backup --data @/none @/backup.zip | @/none",
                "vote --server http://127.0.0.1:1 --poll p --card AAAA-BBBB-CCCC --list | answer: nobody answers there",
                "cards --poll p --plan @/none.csv | @/none.csv does not exist",
            })
    void isOneSentence(String command, String sentence) {
        StringWriter err = new StringWriter();
        StringWriter out = new StringWriter();
        int exit = Main.commandLine()
                .setErr(new PrintWriter(err))
                .setOut(new PrintWriter(out))
                .execute(command.strip().replace("@", folder.toString()).split(" "));

        assertThat(exit).as("%s%s", out, err).isEqualTo(2);
        assertThat(err.toString().lines().filter(line -> !line.isBlank()))
                .as("%s", err)
                .hasSize(1);
        assertThat(err.toString()).contains(sentence.replace("@", folder.toString()));
        assertThat(folder).isEmptyDirectory();
    }
}
