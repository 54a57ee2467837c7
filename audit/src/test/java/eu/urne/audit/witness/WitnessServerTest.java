package eu.urne.audit.witness;

import static eu.urne.audit.example.ExampleBytes.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.urne.audit.UnreadableEvidenceException;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness over HTTP. */
class WitnessServerTest {
    private final ExampleLog log = new ExampleLog("vote.example.org").genesis();
    private final List<String> events = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    private interface Visit {
        void with(URI base, Witness witness) throws Exception;
    }

    private void visit(Visit visit) throws Exception {
        List<VerifierKey> keys = List.of(VerifierKey.parse(log.key().vkey()));
        try (Witness witness = Witness.open(folder, null, keys, InstantSource.system());
                WitnessServer server = WitnessServer.start(witness, address(0), events::add)) {
            visit.with(URI.create("http://127.0.0.1:" + server.port() + "/"), witness);
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static HttpResponse<String> add(URI base, byte[] body) throws Exception {
        return send(HttpRequest.newBuilder(base.resolve("add-checkpoint"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    @Test
    void cosignatureComesOverHttp() throws Exception {
        visit((base, witness) -> {
            HttpResponse<String> answer = add(base, join("old 0\n\n", log.checkpoint(1)));

            assertThat(answer.statusCode()).isEqualTo(200);
            SignedNote note = SignedNote.parse(join(log.checkpoint(1), answer.body()));
            assertThat(witness.key().cosigned(note)).isPresent();
            assertThat(send(HttpRequest.newBuilder(base)).body()).isEqualTo(witness.key() + "\nvote.example.org 1\n");
            assertThat(send(HttpRequest.newBuilder(base.resolve(WitnessedLog.name("vote.example.org") + "/checkpoint")))
                            .body())
                    .isEqualTo(new String(
                            join(log.checkpoint(1), answer.body()), java.nio.charset.StandardCharsets.UTF_8));
        });
    }

    @Test
    void forkIsTold() throws Exception {
        visit((base, witness) -> {
            ExampleLog fork = new ExampleLog("vote.example.org");
            fork.append("fork", null, "urne.other.Thing.v1", Map.of());
            add(base, join("old 0\n\n", log.checkpoint(1)));

            assertThat(add(base, join("old 1\n\n", fork.checkpoint(1))).statusCode())
                    .isEqualTo(409);
            assertThat(events).containsExactly("the log has signed another tree of size 1: it is forked");
        });
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        visit((base, witness) -> {
            assertThat(add(base, new byte[Submission.MAX_BYTES + 1]).statusCode())
                    .isEqualTo(413);
            assertThat(add(base.resolve("other/"), new byte[0]).statusCode()).isEqualTo(404);
            assertThat(send(HttpRequest.newBuilder(base.resolve("../etc/passwd")))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(send(HttpRequest.newBuilder(base).DELETE()).statusCode()).isEqualTo(405);
        });
        assertThat(events).isEmpty();
    }

    @Test
    void addressInUseIsOneSentence() throws Exception {
        visit((base, witness) -> assertThatThrownBy(
                        () -> WitnessServer.start(witness, address(base.getPort()), events::add))
                .isInstanceOf(UnreadableEvidenceException.class)
                .hasMessageMatching("the address (localhost|127.0.0.1):" + base.getPort() + " cannot be used: .*"));
    }
}
