package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.rest.Client.Reply;
import eu.urne.audit.EvidenceSource;
import eu.urne.audit.Report;
import eu.urne.audit.Verification;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.tally.Ballot;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A vote on two tablets, from the moment when it ends to the close that has waited for both. */
class EndedVoteOverRestTest {

    private static final String ANNE = "the-key-of-anne-for-tests";
    private static final String BRUNO = "the-key-of-bruno-for-tests";
    private static final int CARDS = 20;

    @TempDir
    Path folder;

    private Server server;
    private Client anne;
    private Client bruno;
    private JsonNode one;
    private JsonNode two;

    @BeforeEach
    void open() {
        server = Server.start(new ServerSettings(
                folder.resolve("data"), "127.0.0.1", 0, "", false, Optional.empty(), List.of(ANNE, BRUNO)));
        anne = new Client(server, ANNE);
        bruno = new Client(server, BRUNO);
        anne.send(anne.asStaff(anne.json("/api/polls", Voting.DEFINITION)));
        List<String> tokens = IntStream.range(0, CARDS)
                .mapToObj(voter -> Voting.seed(voter).token().hex())
                .toList();
        anne.staffPost(Voting.POLL + "/cards", Map.of("label", "all", "tokens", tokens));
        anne.staffPost(Voting.POLL + "/register/admissions", Map.of("persons", Voting.persons(CARDS)));
        anne.staffPost(Voting.POLL + "/register/hand-outs", Map.of("persons", Voting.persons(CARDS)));
        one = tablet("un");
        two = tablet("deux");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode tablet(String name) {
        String code = anne.staffPost("/api/tablets/enrolments", Map.of("site", "europe", "name", name))
                .json()
                .get("code")
                .asString();
        return anne.post("/api/tablets", Map.of("code", code)).json();
    }

    private static String id(JsonNode tablet) {
        return tablet.get("tablet").asString();
    }

    private Reply post(JsonNode tablet, String path) {
        return anne.send(anne.request("/api/tablets/self/polls/children-2026" + path)
                .header(
                        "Authorization",
                        "Tablet " + id(tablet) + "." + tablet.get("secret").asString())
                .POST(BodyPublishers.noBody()));
    }

    private JsonNode heartbeat(JsonNode tablet, long waiting) {
        String body = EngineJson.MAPPER.writeValueAsString(Map.of("waiting", Map.of("children-2026", waiting)));
        return anne.send(anne.request("/api/tablets/self")
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Tablet " + id(tablet) + "."
                                        + tablet.get("secret").asString())
                        .PUT(BodyPublishers.ofString(body)))
                .json();
    }

    private void bothVote() {
        assertThat(post(one, "").status()).isEqualTo(201);
        assertThat(anne.staffPost(Voting.POLL + "/open").status()).isEqualTo(201);
        assertThat(post(two, "").status()).isEqualTo(201);
    }

    private Reply writeOff(Client person, JsonNode tablet, String reason) {
        return person.staffPost(Voting.POLL + "/tablets/" + id(tablet) + "/write-off", Map.of("reason", reason));
    }

    private SealedBallot ballot(int card, int option) {
        PollDefinition definition =
                PollDefinition.read(anne.get(Voting.POLL).json().get("definition"));
        byte[] secret = new byte[32];
        secret[0] = (byte) card;
        secret[1] = (byte) (option + 1);
        return Suite1.seal(
                definition.terms(),
                definition.hash(),
                Voting.seed(card),
                0,
                new BallotCodec(definition).encode(Ballot.Approval.of(option)),
                secret);
    }

    private Reply cast(SealedBallot ballot) {
        return anne.post(Voting.POLL + "/ballots", ballot);
    }

    private Report verified() throws Exception {
        Path archive = Files.write(
                folder.resolve("evidence.zip"), anne.get("/api/evidence.zip").bytes());
        try (EvidenceSource evidence = EvidenceSource.open(archive.toString())) {
            return Verification.of(evidence).run();
        }
    }

    @Test
    void theCloseWaitsUntilNothingWaitsOnAnyTablet() throws Exception {
        bothVote();
        SealedBallot late = ballot(1, 0);
        assertThat(cast(ballot(0, 0)).status()).isEqualTo(201);
        assertThat(anne.staffPost(Voting.POLL + "/close").text())
                .contains("people vote on tablets in the poll children-2026: end the vote first");
        assertThat(post(one, "/empty").text()).contains("has not ended");
        assertThat(anne.staffPost(Voting.POLL + "/end").status()).isEqualTo(201);
        assertThat(anne.get(Voting.POLL).json().get("ended").asBoolean()).isTrue();
        assertThat(anne.get(Voting.POLL + "/turnout").json().get("ended").asBoolean())
                .isTrue();
        assertThat(anne.staffPost(Voting.POLL + "/close").text())
                .contains("2 tablets, ", " among them, have not reported that their queues are empty");
        assertThat(post(one, "/empty").status()).isEqualTo(201);
        Reply refused = anne.staffPost(Voting.POLL + "/close");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asString())
                .isEqualTo("the tablet " + id(two) + " has not reported that its queue is empty; wait for it, or let"
                        + " two persons write it off with the reason");
        assertThat(heartbeat(two, 1).at("/polls/0/ended").asBoolean()).isTrue();
        assertThat(cast(late).status()).isEqualTo(201);
        assertThat(post(two, "/empty").status()).isEqualTo(201);
        assertThat(anne.staffPost(Voting.POLL + "/close").status()).isEqualTo(201);
        anne.staffPost(Voting.POLL + "/reveal");
        assertThat(anne.staffPost(Voting.POLL + "/outcome").status()).isEqualTo(201);
        Report report = verified();
        assertThat(report.findings()).isEmpty();
        assertThat(report.ballots()).isEqualTo(2);
    }

    @Test
    void withoutTabletsAPollIsClosedAtOnce() throws Exception {
        assertThat(anne.staffPost(Voting.POLL + "/open").status()).isEqualTo(201);
        assertThat(anne.staffPost(Voting.POLL + "/close").status()).isEqualTo(201);
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void whatIsToldTwiceStandsInTheLogOnce() {
        bothVote();
        Reply first = post(one, "");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().has("receipt")).isTrue();
        anne.staffPost(Voting.POLL + "/end");
        assertThat(anne.staffPost(Voting.POLL + "/end").json().get("unchanged").asBoolean())
                .isTrue();
        post(one, "/empty");
        assertThat(post(one, "/empty").status()).isEqualTo(200);
        assertThat(tablets().findValuesAsString("state")).containsExactlyInAnyOrder("emptied", "waiting");
    }

    private JsonNode tablets() {
        return anne.send(anne.asStaff(anne.request(Voting.POLL + "/tablets"))).json();
    }

    @Test
    void aTabletIsWrittenOffByTwoPersons() throws Exception {
        bothVote();
        assertThat(writeOff(anne, two, "cassée").text()).contains("has not ended");
        anne.staffPost(Voting.POLL + "/end");
        post(one, "/empty");
        assertThat(writeOff(anne, two, " ").text()).contains("reason: must have 1 to 500 characters");
        assertThat(writeOff(anne, two, "tombée dans le canal").status()).isEqualTo(201);
        assertThat(writeOff(anne, two, "vraiment").text()).contains("another person must do so too");
        assertThat(anne.staffPost(Voting.POLL + "/close").status()).isEqualTo(409);
        assertThat(tablets().findValues("asked").toString()).contains("tombée dans le canal");
        assertThat(writeOff(bruno, two, "vue tomber").status()).isEqualTo(201);
        assertThat(writeOff(bruno, two, "encore").text()).contains("is written off for the poll children-2026 already");
        assertThat(writeOff(bruno, one, "aussi").text()).contains("has told that no ballot waits on it");
        assertThat(post(two, "/empty").text()).contains("is written off for the poll");
        assertThat(heartbeat(two, 0).at("/polls/0/emptied").asBoolean()).isTrue();
        assertThat(cast(ballot(2, 1)).status()).isEqualTo(201);
        assertThat(anne.staffPost(Voting.POLL + "/close").status()).isEqualTo(201);
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void aRemovedTabletIsStillWaitedFor() {
        bothVote();
        anne.staffPost(Voting.POLL + "/end");
        post(one, "/empty");
        anne.send(anne.asStaff(anne.request("/api/tablets/" + id(two)).DELETE()));
        assertThat(post(two, "/empty").status()).isEqualTo(401);
        assertThat(anne.staffPost(Voting.POLL + "/close").status()).isEqualTo(409);
        assertThat(tablets().findValuesAsString("name")).containsExactlyInAnyOrder("un", "deux");
        writeOff(anne, two, "volée");
        writeOff(bruno, two, "volée");
        assertThat(anne.staffPost(Voting.POLL + "/close").status()).isEqualTo(201);
    }

    @Test
    void oneCardOnTwoTabletsCountsOnce() {
        bothVote();
        SealedBallot first = ballot(0, 0);
        SealedBallot second = ballot(0, 1);
        anne.staffPost(Voting.POLL + "/end");
        assertThat(cast(second).status()).isEqualTo(201);
        assertThat(cast(first).status()).isEqualTo(409);
        assertThat(cast(second).status()).isEqualTo(200);
        assertThat(anne.get(Voting.POLL + "/turnout").json().get("ballots").asInt())
                .isEqualTo(1);
    }

    @Test
    void afterTheEndNoTabletTakesPart() {
        post(one, "");
        anne.staffPost(Voting.POLL + "/open");
        anne.staffPost(Voting.POLL + "/end");
        assertThat(post(two, "").text())
                .contains("the vote of the poll children-2026 has ended; tablets take part until the end");
        assertThat(post(two, "/empty").status()).isEqualTo(404);
        assertThat(writeOff(anne, two, "jamais vue").status()).isEqualTo(404);
        assertThat(anne.staffPost("/api/polls/nothing/end").status()).isEqualTo(404);
    }

    @Test
    void beforeTheOpeningNothingEnds() {
        assertThat(anne.staffPost(Voting.POLL + "/end").text())
                .contains("is not open yet; a vote ends while it is open");
        assertThat(anne.post(Voting.POLL + "/end", Map.of()).status()).isEqualTo(401);
        assertThat(anne.get(Voting.POLL + "/tablets").status()).isEqualTo(401);
    }
}
