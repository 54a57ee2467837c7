package eu.urne.audit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import eu.urne.audit.example.ExampleElection;
import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.witness.ExampleWitness;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of the monitor, and its exit code. */
class FollowCommandTest {
    private final ExampleLog log = new ExampleElection().play().log();
    private final Map<String, byte[]> files = new TreeMap<>(log.files());
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server = stopped();

    @TempDir
    private Path folder;

    private static HttpServer stopped() {
        try {
            return HttpServer.create();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", exchange -> {
            byte[] bytes = files.get(exchange.getRequestURI().getPath().substring("/log/".length()));
            exchange.sendResponseHeaders(bytes == null ? 404 : 200, bytes == null ? -1 : bytes.length);
            if (bytes != null) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int follow(String... more) {
        String[] args = new String[4 + more.length];
        args[0] = "follow";
        args[1] = "http://localhost:" + server.getAddress().getPort();
        args[2] = "--mirror";
        args[3] = mirror();
        System.arraycopy(more, 0, args, 4, more.length);
        return AuditCli.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private String mirror() {
        return folder.resolve("mirror").toString();
    }

    private String lastLine() {
        return out.toString().strip().lines().reduce("", (before, line) -> line);
    }

    @Test
    void oneLineTellsWhatIsNew() {
        assertThat(follow("--once", "--vkey", log.key().vkey())).isZero();
        assertThat(out.toString()).contains("key " + log.key().vkey() + "\n");
        assertThat(lastLine())
                .matches("[0-9-]+T[0-9:]+Z 70 entries, 70 new: LogCreated 1, BallotCast 17, .*PollDefined 4, .*");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void mirrorIsVerifiedByTheOtherCommand() {
        follow("--once");

        assertThat(AuditCli.run(new PrintWriter(out, true), new PrintWriter(err, true), "verify", mirror()))
                .isZero();
        assertThat(lastLine()).startsWith("verified: 70 entries, 1 checkpoint, 4 polls, 17 ballots, no findings");
    }

    @Test
    void keyThatTheSiteShowedIsCalledUnverified() {
        follow("--once");

        assertThat(out.toString()).contains("key " + log.key().vkey() + "; unverified: not given from outside\n");
    }

    @Test
    void keyThatThePolicyNamesIsGivenFromOutside() throws Exception {
        Path policy =
                Files.writeString(folder.resolve("policy"), "log " + log.key().vkey() + "\nquorum none\n");

        assertThat(follow("--once", "--policy", policy.toString())).isZero();
        assertThat(out.toString()).contains("key " + log.key().vkey() + "\n");
    }

    @Test
    void nothingNewIsZero() {
        follow("--once");

        assertThat(follow("--once")).isZero();
        assertThat(lastLine()).endsWith("Z 70 entries, nothing new");
    }

    @Test
    void forkEndsWithOneAndNamesTheProof() {
        follow("--once");
        log.entries().set(69, log.entries().get(68));
        files.put("checkpoint", log.checkpoint(70));

        assertThat(follow()).isEqualTo(1);
        assertThat(lastLine())
                .endsWith("Z FORK: the log has signed two trees of 70 entries; both checkpoints are kept in "
                        + folder.resolve("mirror").resolve("mirror"));
    }

    @Test
    void entriesTakenBackEndWithOne() {
        follow("--once");
        files.put("checkpoint", log.checkpoint(12));

        assertThat(follow()).isEqualTo(1);
        assertThat(lastLine()).contains("Z TAKEN BACK: the log shows 12 entries after it has signed 70; both ");
    }

    @Test
    void anotherKeyEndsWithOne() {
        follow("--once");
        files.put(
                "checkpoint",
                new ExampleKey(log.origin(), "mallory").note(log.origin() + "\n70\n" + "A".repeat(43) + "=\n"));

        assertThat(follow()).isEqualTo(1);
        assertThat(lastLine()).contains("Z OTHER KEY: the checkpoint has no signature of the key ");
    }

    @Test
    void missingQuorumEndsWithOne() throws Exception {
        Path policy = Files.writeString(
                folder.resolve("policy"), "witness a " + new ExampleWitness("a").vkey() + "\nquorum a\n");

        assertThat(follow("--once", "--policy", policy.toString())).isEqualTo(1);
        assertThat(lastLine()).contains("Z not mirrored: the checkpoint of 70 entries is not cosigned by the quorum");
    }

    @Test
    void siteWithoutALogEndsWithTwo() {
        files.clear();

        assertThat(follow("--once")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("cannot read: http://localhost:")
                .endsWith("has no file 'vkey', so it is no evidence\n");
    }

    @Test
    void whatIsNoAddressEndsWithTwo() {
        assertThat(AuditCli.run(new PrintWriter(out), new PrintWriter(err), "follow", "vote", "--mirror", mirror()))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("cannot read: vote is not an address that begins with http:// or https://\n");
        assertThat(folder.resolve("mirror")).doesNotExist();
    }

    @Test
    void intervalOfNothingEndsWithTwo() {
        assertThat(follow("--every", "0")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("cannot read: --every must be from 1 to 86400, not 0\n");
    }
}
