package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.EngineJson;
import eu.urne.engine.poll.BallotCodec;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.Suite1;
import eu.urne.engine.tally.Ballot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A server on a clock of its own, and a children's budget of two sites that is driven over its REST interface. */
final class Budgeting implements AutoCloseable {

    static final String BUDGET = "/api/budgets/children-2026";
    static final String SECOND_KEY = "another-key-of-the-staff-for-tests";

    static final String BY_SITE = """
            {"terms":{"budget":"children-2026","title":"Budget des enfants","audience":"CHILDREN",
             "amount":{"cents":1000000,"currency":"EUR"},"split":"SITE",
             "parts":[{"id":"centre-a","title":"Centre A","cents":400000},
                      {"id":"centre-b","title":"Centre B","cents":400000}],
             "rest":200000,"restRule":"BEST_SHARE",
             "sites":[{"id":"centre-a","name":"Centre social A","district":"nord"},
                      {"id":"centre-b","name":"L'école d'à côté"}],
             "calendar":{"zone":"Europe/Paris","begins":{"KICK_OFF":"2026-01-12","IDEAS":"2026-02-02",
              "STUDY":"2026-03-16","VOTE":"2026-04-13","OUTCOME":"2026-05-04","WORKS":"2026-05-18"}},
             "rules":{"fourEyes":true,"guardianConsent":false,"groupsOnly":false,"studyDays":14},
             "demonstration":true}}""";

    final MovableClock clock;
    final Server server;
    final Client client;
    private final Client second;

    Budgeting(Path folder, boolean rebuild, String day) {
        clock = new MovableClock(MovableClock.midnight(day));
        server = Server.start(new ServerSettings(
                folder, "127.0.0.1", 0, "", rebuild, Optional.empty(), List.of(Voting.KEY, SECOND_KEY), clock));
        client = new Client(server, Voting.KEY);
        second = new Client(server, SECOND_KEY);
    }

    /** Lets the server's clock show midnight of a day in Paris, and do what is due. */
    void day(String day) {
        clock.set(MovableClock.midnight(day));
        server.budgetClock().tick();
    }

    Reply post(String path, String json) {
        return client.send(client.asStaff(client.json(path, json)));
    }

    void accepted(String path, String json) {
        Reply reply = post(path, json);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    void accepted(String path) {
        Reply reply = client.staffPost(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    static void refused(Reply reply, int status, String sentence) {
        assertThat(reply.json().get("detail").asString()).isEqualTo(sentence);
        assertThat(reply.status()).isEqualTo(status);
    }

    void refused(String path, String json, int status, String sentence) {
        refused(post(path, json), status, sentence);
    }

    void refused(String path, int status, String sentence) {
        refused(client.staffPost(path), status, sentence);
    }

    void confirmedBySecond(String path) {
        Reply reply = second.staffPost(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    Reply postBySecond(String path, String json) {
        return second.send(second.asStaff(second.json(path, json)));
    }

    JsonNode get(String path) {
        Reply reply = client.get(path);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    JsonNode staffGet(String path) {
        Reply reply = client.send(client.asStaff(client.request(path)));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    static String idea(String id, String site, String title) {
        ObjectNode json = EngineJson.MAPPER.createObjectNode();
        json.put("proposal", id).put("title", title).put("text", "Nous voulons " + title + ".");
        json.put("category", "play").putObject("place").put("site", site);
        json.putArray("attachments");
        json.putObject("author").put("kind", "GROUP").put("site", site).put("members", 12);
        return json.toString();
    }

    static String study(long cents) {
        return """
                {"feasibility":{"department":"Jeunesse","feasible":true,"reason":"Il y a la place.","cents":%d,
                 "sheet":{"theme":"Jeu","objective":"","pillar":"","inCharge":"Mme l'adjointe","partners":"",
                  "timing":"2026","funding":"","indicator":"","risk":""}}}""".formatted(cents);
    }

    static String reason(String why) {
        return EngineJson.MAPPER.writeValueAsString(Map.of("reason", why));
    }

    static String proposal(String id) {
        return BUDGET + "/proposals/" + id;
    }

    /** Hands an idea in, and has it accepted, studied and confirmed. */
    void studied(String id, String site, long cents) {
        accepted(BUDGET + "/proposals", idea(id, site, "une cabane " + id));
        accepted(proposal(id) + "/acceptance");
        accepted(proposal(id) + "/assignment", "{\"department\":\"Jeunesse\"}");
        accepted(proposal(id) + "/study", study(cents));
        confirmedBySecond(proposal(id) + "/confirmation");
    }

    static String shortlist(String part, String... ids) {
        ObjectNode json = EngineJson.MAPPER.createObjectNode();
        json.put("part", part)
                .put("kind", "FAVOURITE")
                .put("tieBreak", "declared")
                .put("revote", false);
        json.put("eligibility", "les enfants du centre").put("order", "SHUFFLED");
        json.putObject("limits");
        json.putObject("rule").put("id", "greedy");
        for (String id : ids) {
            json.withArray("proposals").addObject().put("proposal", id).put("title", "Projet " + id);
        }
        return json.toString();
    }

    /** Cards for voters, all of them handed out. */
    void cards(String poll, int voters) {
        String path = "/api/polls/" + poll;
        List<String> tokens = IntStream.range(0, voters)
                .mapToObj(voter -> Voting.seed(voter).token().hex())
                .toList();
        assertThat(client.staffPost(path + "/cards", Map.of("label", "all", "tokens", tokens))
                        .status())
                .isEqualTo(201);
        client.staffPost(path + "/register/admissions", Map.of("persons", Voting.persons(voters)));
        client.staffPost(path + "/register/hand-outs", Map.of("persons", Voting.persons(voters)));
    }

    Reply vote(String poll, int voter, int option) {
        PollDefinition definition =
                PollDefinition.read(get("/api/polls/" + poll).get("definition"));
        byte[] secret = new byte[32];
        secret[0] = (byte) voter;
        return client.post(
                "/api/polls/" + poll + "/ballots",
                Suite1.seal(
                        definition.terms(),
                        definition.hash(),
                        Voting.seed(voter),
                        0,
                        new BallotCodec(definition).encode(Ballot.Approval.of(option)),
                        secret));
    }

    void declared(String poll) {
        accepted("/api/polls/" + poll + "/reveal");
        accepted("/api/polls/" + poll + "/outcome");
    }

    @Override
    public void close() {
        server.close();
    }
}
