package eu.urne.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whatever keeps the server from starting is told in one sentence. */
class ServeCommandTest {

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    private int serve(String... arguments) {
        CommandLine line = Main.commandLine().setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "serve";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return line.execute(all);
    }

    private void assertOneSentence(String words) {
        assertThat(err.toString().strip()).contains(words).doesNotContain("\n", "Exception", "eu.urne");
    }

    @Test
    void aPortThatIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(serve("--port", port, "--data", folder.toString())).isEqualTo(2);
            assertOneSentence("127.0.0.1:" + port);
        }
    }

    @Test
    void aDataFolderThatIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(serve("--port", "0", "--data", file.toString())).isEqualTo(2);
        assertOneSentence(file.toString());
    }

    @Test
    void aDataFolderThatIsInUse() {
        try (Server server = Server.start(ServerSettings.local(folder))) {
            assertThat(server.port()).isPositive();
            assertThat(serve("--port", "0", "--data", folder.toString())).isEqualTo(2);
            assertOneSentence("in use");
        }
    }

    @Test
    void anOriginThatIsNone() {
        assertThat(serve("--port", "0", "--data", folder.toString(), "--origin", "a b"))
                .isEqualTo(2);
        assertOneSentence("origin");
    }

    @Test
    void aPortThatIsNone() {
        assertThat(serve("--port", "99999")).isEqualTo(2);
        assertOneSentence("port");
    }

    @Test
    void anOptionThatIsUnknown() {
        assertThat(serve("--nothing")).isEqualTo(2);
        assertOneSentence("--nothing");
    }
}
