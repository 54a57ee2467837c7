package eu.urne.api.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installations that are broken in one way each. */
class DoctorTest {

    @TempDir
    static Path whole;

    @TempDir
    Path parent;

    private Path folder;
    private final StringWriter out = new StringWriter();

    @BeforeAll
    static void install() {
        Server.start(ServerSettings.local(whole).with(Clock.systemUTC())).close();
    }

    @BeforeEach
    void copy() throws IOException {
        folder = parent.resolve("data");
        try (Stream<Path> all = Files.walk(whole)) {
            for (Path each : all.toList()) {
                Path to = folder.resolve(whole.relativize(each).toString());
                Files.copy(each, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private int doctor(String... options) {
        List<String> arguments = new ArrayList<>(List.of("doctor", "--data", folder.toString()));
        Collections.addAll(arguments, options);
        Map.of("--port", "0", "--disk-least-free", "1MB").forEach((name, value) -> {
            if (!arguments.contains(name)) {
                Collections.addAll(arguments, name, value);
            }
        });
        return Main.commandLine().setOut(new PrintWriter(out)).execute(arguments.toArray(new String[0]));
    }

    private void assertWrong(String words) {
        assertThat(out.toString().lines().filter(line -> line.startsWith("WRONG")))
                .singleElement()
                .asString()
                .contains(words);
    }

    @Test
    void aWholeInstallationIsWell() {
        assertThat(doctor()).as(out.toString()).isZero();
        assertThat(out.toString().lines()).allMatch(line -> line.startsWith("ok "));
        assertThat(out.toString())
                .contains("entries is signed under the keys of the folder", "the clock is not behind the log");
    }

    @Test
    void aFolderThatIsNotThereYet() {
        folder = parent.resolve("none");
        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString()).contains("look   there is no data folder " + folder + " yet");
        assertThat(folder).doesNotExist();
    }

    @Test
    void aWrongSetting() {
        assertThat(doctor("--store", "mysql")).isEqualTo(2);
        assertWrong("urne.store: \"mysql\" is wrong");
    }

    @Test
    void aKeyThatOthersCanRead() throws IOException {
        Path key = folder.resolve("keys/public.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(doctor()).isEqualTo(2);
        assertWrong("chmod 600 " + key);
    }

    @Test
    void whatAMoveHasLeftBehind() throws IOException {
        Files.createDirectory(folder.resolve("moved"));
        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString()).contains("look   what ./urne move has left behind is in " + folder.resolve("moved"));
    }

    @Test
    void keysOfAnotherLog() throws IOException {
        Files.writeString(folder.resolve("keys/public.key"), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
        assertThat(doctor()).isEqualTo(2);
        assertWrong("the log is not signed under the keys in " + folder.resolve("keys"));
    }

    @Test
    void keysThatAreGone() throws IOException {
        Files.delete(folder.resolve("keys/register.key"));
        assertThat(doctor()).isEqualTo(2);
        assertWrong("restore them from the backup");
    }

    @Test
    void aLogThatIsGone() throws IOException {
        Files.delete(folder.resolve("log.db"));
        assertThat(doctor()).isEqualTo(2);
        assertWrong("a new one would be a second history");
        assertThat(folder.resolve("log.db")).doesNotExist();
    }

    @Test
    void aLogThatIsNone() throws IOException {
        Files.writeString(folder.resolve("log.db"), "this is no database, however long it may be read");
        assertThat(doctor()).isEqualTo(2);
        assertWrong("the log cannot be read");
    }

    @Test
    void anotherStoreThanBefore() {
        assertThat(doctor("--store", "postgresql", "--postgresql-url", "jdbc:postgresql://127.0.0.1:9/none"))
                .isEqualTo(2);
        assertWrong("was used with urne.store=sqlite, not postgresql");
    }

    @Test
    void aDatabaseThatDoesNotAnswer() throws IOException {
        Files.writeString(folder.resolve("store"), "postgresql\n");
        assertThat(doctor("--store", "postgresql", "--postgresql-url", "jdbc:postgresql://127.0.0.1:9/none"))
                .isEqualTo(2);
        assertWrong("PostgreSQL cannot be used at jdbc:postgresql://127.0.0.1:9/none");
    }

    @Test
    void aPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(doctor("--port", port)).isEqualTo(2);
            assertWrong("127.0.0.1:" + port + " cannot be used");
        }
    }

    @Test
    void aDiskThatIsFull() {
        assertThat(doctor("--disk-least-free", "1TB")).isEqualTo(2);
        assertWrong("make room");
    }

    @Test
    void aFileOfTheFuture() throws IOException {
        Path file = folder.resolve("views.db");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(2))));
        assertThat(doctor()).isEqualTo(1);
        assertThat(out.toString()).contains("let NTP set the clock");
    }

    @Test
    void aCheckpointAheadOfTheLog() throws IOException {
        Path file = folder.resolve("published-checkpoint");
        Files.writeString(file, "town.example/log\n9999999\nAAAA\n");
        assertThat(doctor()).isEqualTo(2);
        assertWrong("restore the newest backup");
    }
}
