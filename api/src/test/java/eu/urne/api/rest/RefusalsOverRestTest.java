package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.tally.Ballot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Each refusal says what is wrong and leaves nothing in the log. */
class RefusalsOverRestTest {

    private static final String BALLOTS = Voting.POLL + "/ballots";

    @TempDir
    static Path folder;

    private static Voting voting;
    private static Client client;

    private long before;

    @BeforeAll
    static void open() {
        voting = new Voting(folder, false).opened(3);
        client = voting.client;
        voting.cast(voting.ballot(0, Ballot.Approval.of(0)));
    }

    @AfterAll
    static void close() {
        voting.close();
    }

    @BeforeEach
    void measure() {
        before = voting.logSize();
    }

    @AfterEach
    void nothingIsLeftInTheLog() {
        assertThat(voting.logSize()).isEqualTo(before);
    }

    private static void assertProblem(Reply reply, int status, String reason, String words) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:urne:problem:" + reason);
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("detail").asString()).contains(words);
        assertThat(reply.text()).doesNotContain("eu.urne", "java.", "tools.jackson", "Exception");
    }

    private static ObjectNode fresh() {
        return EngineJson.MAPPER.valueToTree(voting.ballot(1, Ballot.Approval.of(1)));
    }

    @Test
    void theEvidenceOfAPollThatIsNotThere() {
        assertProblem(client.get("/api/polls/none/evidence.zip"), 404, "unknown", "there is no poll none");
    }

    @Test
    void theEvidenceOfAPollThatIsNotSealed() {
        assertProblem(client.get(Voting.POLL + "/evidence.zip"), 409, "wrong-state", "is not sealed yet");
    }

    @Test
    void aBallotThatIsTooLarge() {
        String body = "\"" + "x".repeat(65_536) + "\"";
        assertProblem(client.send(client.json(BALLOTS, body)), 413, "too-large", "65536 bytes");
    }

    @Test
    void aBallotThatIsTooLargeAndDoesNotSaySo() {
        byte[] body = new byte[65_537];
        var request = client.request(BALLOTS)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertProblem(client.send(request), 413, "too-large", "65536 bytes");
    }

    @Test
    void aRequestOfTheStaffThatIsTooLarge() {
        var request = client.asStaff(client.json(Voting.POLL + "/cards", "x".repeat(16 * 1024 * 1024 + 1)));
        assertProblem(client.send(request.expectContinue(true)), 413, "too-large", "16777216 bytes");
    }

    @Test
    void aWrongSignature() {
        ObjectNode ballot = fresh();
        ballot.set("sig", fresh().get("sig").deepCopy());
        ballot.put("seq", 1);
        assertProblem(client.post(BALLOTS, ballot), 403, "signature", "sig:");
    }

    @Test
    void aBallotForAnotherPollThanThePath() {
        assertProblem(client.post("/api/polls/other/ballots", fresh()), 422, "invalid", "poll:");
    }

    @Test
    void aTokenThatWasUsed() {
        assertProblem(voting.cast(voting.ballot(0, Ballot.Approval.of(2))), 409, "used", "token:");
    }

    @Test
    void aTokenThatIsNotAuthorised() {
        assertProblem(voting.cast(voting.ballot(77, Ballot.Approval.of(2))), 403, "not-authorised", "token:");
    }

    @Test
    void anEncThatWasUsed() {
        byte[] secret = new byte[32];
        secret[1] = (byte) Ballot.Approval.of(0).hashCode();
        SealedBallot copied = voting.ballot(2, Ballot.Approval.of(0), secret);
        assertProblem(voting.cast(copied), 409, "used", "enc:");
    }

    @Test
    void anUnknownPoll() {
        assertProblem(client.get("/api/polls/nowhere"), 404, "unknown", "nowhere");
        assertProblem(client.get("/api/polls/NO!"), 404, "unknown", "NO!");
        assertProblem(client.staffPost("/api/polls/nowhere/open"), 404, "unknown", "nowhere");
    }

    @Test
    void aPathThatLeadsNowhere() {
        assertProblem(client.get("/api/nothing"), 404, "unknown", "");
    }

    @Test
    void aStepOutOfOrder() {
        assertProblem(client.staffPost(Voting.POLL + "/reveal"), 409, "wrong-state", "open");
        assertProblem(voting.define(), 409, "exists", "defined already");
    }

    @Test
    void aBodyThatIsNotJson() {
        assertProblem(client.send(client.json(BALLOTS, "{\"suite\":")), 400, "not-json", "not JSON");
        assertProblem(client.send(client.json(BALLOTS, "")), 400, "not-json", "body");
    }

    @ParameterizedTest
    @CsvSource({"suite,2", "suite,\"one\"", "token,\"abc\"", "enc,\"AAAA\"", "seq,-1", "seq,1.5", "poll,null", "more,1"
    })
    void aMemberThatIsWrong(String member, String value) {
        ObjectNode ballot = fresh();
        ballot.set(member, EngineJson.MAPPER.readTree(value));
        assertProblem(client.post(BALLOTS, ballot), 422, "invalid", member);
    }

    @ParameterizedTest
    @CsvSource({"suite", "poll", "token", "authorisation", "seq", "enc", "ct", "sig"})
    void aMemberThatIsMissing(String member) {
        ObjectNode ballot = fresh();
        ballot.remove(member);
        assertProblem(client.post(BALLOTS, ballot), 422, "invalid", member);
    }

    @ParameterizedTest
    @CsvSource({"title", "kind", "limits", "rule", "options", "revote"})
    void aDefinitionThatLacksAMember(String member) {
        ObjectNode definition = (ObjectNode) EngineJson.MAPPER.readTree(Voting.DEFINITION);
        definition.remove(member);
        assertProblem(client.staffPost("/api/polls", definition), 422, "invalid", "");
    }

    @Test
    void aDefinitionThatBringsItsOwnTrustees() {
        ObjectNode definition = (ObjectNode) EngineJson.MAPPER.readTree(Voting.DEFINITION);
        definition.putObject("trustees");
        assertProblem(client.staffPost("/api/polls", definition), 422, "invalid", "trustees");
    }

    @Test
    void aChannelThatIsUnknown() {
        Reply reply = client.post(BALLOTS + "?by=bus", fresh());
        assertProblem(reply, 422, "invalid", "by:");
    }

    @Test
    void aWrongMediaType() {
        var request =
                client.request(BALLOTS).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"));
        assertProblem(client.send(request), 415, "media-type", "");
    }

    @Test
    void aWrongMethod() {
        assertProblem(client.send(client.request(BALLOTS).DELETE()), 405, "method", "DELETE");
    }

    @Test
    void aStaffKeyThatIsMissingOrWrong() {
        Reply missing = client.send(client.json("/api/polls", Voting.DEFINITION));
        assertProblem(missing, 401, "no-key", "Authorization");
        assertThat(missing.header("WWW-Authenticate")).startsWith("Bearer");
        var wrong = client.json(Voting.POLL + "/close", "").header("Authorization", "Bearer another-key-of-somebody");
        assertProblem(client.send(wrong), 401, "no-key", "Authorization");
        assertProblem(client.get("/api/register-log/checkpoint"), 401, "no-key", "Authorization");
        assertProblem(client.send(client.json("/%61pi/polls/children-2026/close", "")), 401, "no-key", "");
    }

    @Test
    void anIdempotencyKeyThatIsNone() {
        var request = client.asStaff(client.json(Voting.POLL + "/open", "")).header("Idempotency-Key", "a b");
        assertProblem(client.send(request), 422, "invalid", "Idempotency-Key");
    }

    @Test
    void anIndexThatTheLogDoesNotHave() {
        assertProblem(client.get("/api/polls?after=999999"), 422, "invalid", "after:");
        assertProblem(client.get("/api/polls?after=soon"), 422, "invalid", "after");
    }

    @Test
    void aReceiptOfAnUnknownBallot() {
        assertProblem(client.get("/api/receipts/" + "0".repeat(64)), 404, "unknown", "ballot");
        assertProblem(client.get("/api/receipts/x"), 404, "unknown", "ballot");
    }

    @Test
    void aRequestThatIsNotHttp() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), voting.server.port())) {
            socket.getOutputStream()
                    .write("GET /a{b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "urn:urne:problem:");
            assertThat(answer).doesNotContain("Tomcat", "java.");
        }
    }
}
