package eu.urne.api.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import eu.urne.api.CannotStartException;
import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.audit.note.Policy;
import eu.urne.audit.note.SignedNote;
import eu.urne.audit.note.VerifierKey;
import eu.urne.audit.witness.Witness;
import eu.urne.audit.witness.WitnessServer;
import eu.urne.engine.EngineJson;
import eu.urne.engine.store.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose checkpoints are shown only when witnesses have cosigned them; the witnesses are the verifier's. */
class WitnessedServerTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String STAFF = "a-staff-key-for-tests";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> forks = new ArrayList<>();

    @TempDir
    private Path folder;

    private VerifierKey log;

    @BeforeEach
    void makeTheLog() throws Exception {
        try (Server server = Server.start(settings("city", Optional.empty()))) {
            log = VerifierKey.parse(server.verifierKey());
        }
    }

    @AfterEach
    void stop() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        running.push(part);
        return part;
    }

    private ServerSettings settings(String name, Optional<Path> policy) {
        return new ServerSettings(folder.resolve(name), "127.0.0.1", 0, "", false, policy, List.of(STAFF));
    }

    private Server serve(String name, Path policy) {
        return keep(Server.start(settings(name, Optional.of(policy))));
    }

    private Witness witness(String name) throws Exception {
        return keep(Witness.open(folder.resolve(name), name, List.of(log), InstantSource.system()));
    }

    private WitnessServer answering(Witness witness, int port) throws Exception {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        return keep(WitnessServer.start(witness, address, forks::add));
    }

    private static String line(Witness witness, int port) {
        return "witness " + witness.key().name() + " " + witness.key() + " http://127.0.0.1:" + port + "/\n";
    }

    private Path policy(String lines, String quorum) throws IOException {
        return Files.writeString(
                folder.resolve("policy-" + quorum),
                "log " + log + "\n" + lines + (quorum.equals("both") ? "group both all w1 w2\n" : "") + "quorum "
                        + quorum + "\n");
    }

    private HttpResponse<String> get(Server server, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + path);
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** One more entry in the public log: a poll is defined. */
    private void grow(Server server, String poll) throws Exception {
        String body = """
                {"poll":"%s","title":"A poll","kind":"FAVOURITE","limits":{},"rule":{"id":"greedy"},
                "tieBreak":"declared","eligibility":"all","channels":["card"],"revote":false,"suite":1,
                "options":[{"id":"a","title":"A","cost":0}]}""".formatted(poll);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/polls"))
                        .header("Authorization", "Bearer " + STAFF)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private void awaitPublished(Server server) {
        await().atMost(SOON).untilAsserted(() -> {
            var health = EngineJson.MAPPER.readTree(get(server, "/health").body());
            assertThat(health.get("publishedSize").asLong())
                    .isEqualTo(health.get("logSize").asLong());
        });
    }

    private void awaitWaiting(Server server, String sentence) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(get(server, "/health").body()).contains(sentence));
    }

    @Test
    void cosignedCheckpointIsShownAndItsEvidenceSatisfiesThePolicy() throws Exception {
        Witness first = witness("w1");
        Witness second = witness("w2");
        Path policy = policy(
                line(first, answering(first, 0).port())
                        + line(second, answering(second, 0).port()),
                "both");
        Server server = serve("city", policy);
        grow(server, "one");
        awaitPublished(server);

        SignedNote note = SignedNote.parse(get(server, "/log/checkpoint").body().getBytes(StandardCharsets.UTF_8));
        Policy trusted = Policy.parse(Files.readString(policy));
        assertThat(trusted.demand(note, log)).containsExactly("w1", "w2");

        Path zip = folder.resolve("evidence.zip");
        http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/evidence.zip"))
                        .build(),
                HttpResponse.BodyHandlers.ofFile(zip));
        try (EvidenceSource evidence = EvidenceSource.open(zip.toString())) {
            Report report = Verification.of(evidence).withPolicy(trusted).run();
            assertThat(report.findings()).isEmpty();
            assertThat(report.cosigned()).containsExactly("w1", "w2");
        }
    }

    @Test
    void logGoesOnWhileTheCheckpointWaitsAndIsShownWhenTheWitnessReturns() throws Exception {
        Witness first = witness("w1");
        WitnessServer answering = answering(first, 0);
        int port = answering.port();
        Server server = serve("city", policy(line(first, port), "w1"));
        awaitPublished(server);
        String before = get(server, "/log/checkpoint").body();

        answering.close();
        grow(server, "one");
        awaitWaiting(server, "waits for its witnesses: 0 of 1 cosigned; w1 does not answer");
        assertThat(get(server, "/log/checkpoint").body()).isEqualTo(before);
        grow(server, "two");

        answering(first, port);
        awaitPublished(server);
        assertThat(get(server, "/health").body()).doesNotContain("waiting");
    }

    @Test
    void firstCheckpointThatNobodyCosignedIsNotShown() throws Exception {
        Witness first = witness("w1");
        Server server = serve("city", policy(line(first, 1), "w1"));

        awaitWaiting(server, "waits for its witnesses: 0 of 1 cosigned");
        assertThat(get(server, "/log/checkpoint").statusCode()).isEqualTo(503);
        assertThat(get(server, "/log/checkpoint").body()).contains("w1 does not answer");
    }

    @Test
    void whatWasShownIsShownAgainAfterARestart() throws Exception {
        Witness first = witness("w1");
        WitnessServer answering = answering(first, 0);
        Path policy = policy(line(first, answering.port()), "w1");
        Server server = serve("city", policy);
        awaitPublished(server);
        String before = get(server, "/log/checkpoint").body();
        server.close();
        answering.close();

        assertThat(get(serve("city", policy), "/log/checkpoint").body()).isEqualTo(before);
    }

    @Test
    void forkShownToTwoWitnessesIsEvident() throws Exception {
        Witness first = witness("w1");
        Witness second = witness("w2");
        WitnessServer one = answering(first, 0);
        WitnessServer two = answering(second, 0);
        copy(folder.resolve("city"), folder.resolve("fork"));
        String both = line(first, one.port()) + line(second, two.port());
        Server city = serve("city", policy(both, "both"));
        grow(city, "one");
        awaitPublished(city);

        // the forked log shows another history of the same size to the same witnesses
        Server fork = serve("fork", policy(both, "both"));
        grow(fork, "other");
        awaitWaiting(fork, "the log has signed another tree of size");

        assertThat(get(fork, "/log/checkpoint").statusCode()).isEqualTo(503);
        assertThat(forks).anyMatch(event -> event.endsWith("it is forked"));
        SignedNote kept = SignedNote.parse(Files.readAllBytes(refused(folder.resolve("w1"))));
        SignedNote shown = SignedNote.parse(get(city, "/log/checkpoint").body().getBytes(StandardCharsets.UTF_8));
        kept.verify(log);
        assertThat(kept.text().lines().toList().subList(0, 2))
                .isEqualTo(shown.text().lines().toList().subList(0, 2));
        assertThat(kept.text()).isNotEqualTo(shown.text());
    }

    @Test
    void logBehindItsPublishedCheckpointDoesNotGoOn() throws Exception {
        Witness first = witness("w1");
        Path policy = policy(line(first, answering(first, 0).port()), "w1");
        copy(folder.resolve("city"), folder.resolve("backup"));
        Server server = serve("city", policy);
        grow(server, "one");
        awaitPublished(server);
        server.close();
        Files.copy(folder.resolve("city/published-checkpoint"), folder.resolve("backup/published-checkpoint"));

        assertThatThrownBy(() -> serve("backup", policy))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("it was restored to an older state and cannot go on under its name");

        Files.delete(folder.resolve("backup/published-checkpoint"));
        try (Server again = Server.start(settings("backup", Optional.empty()))) {
            grow(again, "another");
            grow(again, "history");
        }
        Files.copy(folder.resolve("city/published-checkpoint"), folder.resolve("backup/published-checkpoint"));
        assertThatThrownBy(() -> serve("backup", policy))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("it was restored to an older state and cannot go on under its name");
    }

    @Test
    void neitherHostileNorSlowWitnessesKeepTheQuorumFromBeingShown() throws Exception {
        Witness good = witness("w1");
        HttpServer hostile = foreign(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
            answer(exchange, 409, "99999999999999999\n");
        });
        HttpServer slow = foreign(exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush(); // and no more
        });
        String lines = line(good, answering(good, 0).port())
                + line(witness("w2"), hostile.getAddress().getPort())
                + line(witness("w3"), slow.getAddress().getPort())
                + "group one any w1 w2 w3\n";
        Server server = serve("city", policy(lines, "one"));
        awaitPublished(server);
        grow(server, "first");
        awaitPublished(server);
        grow(server, "second");
        awaitPublished(server);
    }

    private HttpServer foreign(HttpHandler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", handler);
        server.setExecutor(Runnable::run);
        server.start();
        keep(() -> server.stop(0));
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void wrongPolicyIsOneSentence() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), "witness w1 nonsense\nquorum w1\n");
        assertThatThrownBy(() -> serve("city", wrong))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("line 1 of the policy: \"nonsense\" is not the key of a witness");

        Path other = Files.writeString(folder.resolve("other"), "log other.example+12345678+AQ==\nquorum none\n");
        assertThatThrownBy(() -> serve("city", other)).isInstanceOf(CannotStartException.class);
        assertThatThrownBy(() -> serve("city", folder.resolve("missing")))
                .hasMessageContaining("a file that can be read");
    }

    private static Path refused(Path witness) throws IOException {
        try (Stream<Path> files = Files.walk(witness)) {
            return files.filter(file -> file.getFileName().toString().startsWith("refused-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
