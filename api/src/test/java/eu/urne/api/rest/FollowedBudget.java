package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.Server;
import eu.urne.api.ServerSettings;
import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.EngineJson;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A server with the budget children-2026 in the phase OUTCOME, on a clock that stands still: the hut has won 3,000 EUR,
 * the pond has lost.
 */
final class FollowedBudget implements AutoCloseable {

    static final String BUDGET = "/api/budgets/children-2026";
    static final String HUT = BUDGET + "/works/hut";
    static final String POND = BUDGET + "/works/pond";

    private static final String KEY = "a-key-of-the-staff-for-tests";
    private static final String POLL = "/api/polls/children-2026-all";

    private static final String TERMS = """
            {"terms":{"budget":"children-2026","title":"Budget des enfants","audience":"CHILDREN",
              "amount":{"cents":500000,"currency":"EUR"},"split":"NONE",
              "parts":[{"id":"all","title":"Tous les centres","cents":500000}],"rest":0,"restRule":"NONE",
              "sites":[{"id":"centre-a","name":"Centre A"}],
              "calendar":{"zone":"Europe/Paris","begins":{"KICK_OFF":"2026-02-01","IDEAS":"2026-02-02",
                "STUDY":"2026-03-16","VOTE":"2026-04-13","OUTCOME":"2026-05-04","WORKS":"2026-05-18"}},
              "rules":{"fourEyes":false,"guardianConsent":false,"groupsOnly":false,"studyDays":30},
              "demonstration":false}}""";

    private static final String SHORTLIST = """
            {"part":"all","proposals":[{"proposal":"hut","title":"Une cabane « à l'abri » 🌳"},
                                       {"proposal":"pond","title":"Une mare"}],
             "kind":"FAVOURITE","limits":{},"rule":{"id":"greedy"},"tieBreak":"declared",
             "eligibility":"les enfants des centres","revote":false}""";

    final Server server;
    final Client client;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-12T09:00:00Z"));

    FollowedBudget(Path folder, boolean rebuild) {
        server = Server.start(
                new ServerSettings(folder, "127.0.0.1", 0, "", rebuild, Optional.empty(), List.of(KEY), clock));
        client = new Client(server, KEY);
    }

    /** Puts the clock to another moment. */
    void at(String moment) {
        clock.set(Instant.parse(moment));
    }

    /** Plays everything up to the phase OUTCOME, in which the outcome is not declared yet. */
    FollowedBudget voted() {
        done("/api/budgets", TERMS);
        phase("IDEAS");
        idea("hut", 300_000);
        idea("pond", 250_000);
        phase("STUDY");
        done(BUDGET + "/shortlists", SHORTLIST);
        phase("VOTE");
        done(
                POLL + "/cards",
                "{\"label\":\"all\",\"tokens\":[\"" + Voting.seed(1).token().hex() + "\"]}");
        done(POLL + "/open", "");
        done(POLL + "/close", "");
        phase("OUTCOME");
        return this;
    }

    /** Declares the outcome: without a ballot the options are taken as they are listed. */
    FollowedBudget declared() {
        done(POLL + "/reveal", "");
        done(POLL + "/outcome", "");
        return this;
    }

    private void phase(String phase) {
        done(BUDGET + "/phase", "{\"phase\":\"" + phase + "\",\"reason\":\"répétition\"}");
    }

    private void idea(String id, long cents) {
        String proposal = BUDGET + "/proposals/" + id;
        done(
                BUDGET + "/proposals",
                "{\"proposal\":\"" + id + "\",\"author\":{\"kind\":\"GROUP\",\"site\":\"centre-a\",\"members\":12},"
                        + "\"title\":\"Une idée\",\"text\":\"Pour jouer.\",\"category\":\"play\","
                        + "\"place\":{\"site\":\"centre-a\"},\"attachments\":[]}");
        done(proposal + "/acceptance", "");
        done(proposal + "/assignment", "{\"department\":\"Jeunesse\"}");
        done(
                proposal + "/study",
                "{\"feasibility\":{\"department\":\"Jeunesse\",\"feasible\":true,\"reason\":\"Il y a la place.\","
                        + "\"cents\":" + cents + ",\"sheet\":{\"theme\":\"\",\"objective\":\"\",\"pillar\":\"\","
                        + "\"inCharge\":\"\",\"partners\":\"\",\"timing\":\"\",\"funding\":\"\",\"indicator\":\"\","
                        + "\"risk\":\"\"}}}");
    }

    Reply post(String path, String body) {
        return body.isEmpty() ? client.staffPost(path) : client.send(client.asStaff(client.json(path, body)));
    }

    /** A command that is accepted. */
    void done(String path, String body) {
        Reply reply = post(path, body);
        assertThat(reply.status()).as(path + ": " + reply.text()).isEqualTo(201);
    }

    /** A command that is refused, with this sentence. */
    void refused(String path, String body, int status, String sentence) {
        Reply reply = post(path, body);
        assertThat(reply.status()).as(reply.text()).isEqualTo(status);
        assertThat(reply.json().get("detail").asString()).isEqualTo(sentence);
    }

    Reply staffGet(String path) {
        return client.send(client.asStaff(client.request(path)));
    }

    /** The JSON of something that everybody may see, without its line breaks. */
    String shown(String path) {
        Reply reply = client.get(path);
        assertThat(reply.status()).as(path + ": " + reply.text()).isEqualTo(200);
        return EngineJson.MAPPER.writeValueAsString(reply.json());
    }

    /** A file that the staff uploads. */
    String upload(byte[] content) {
        Reply reply = client.send(client.asStaff(client.request("/api/blobs"))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(content)));
        assertThat(reply.status()).as(reply.text()).isLessThan(300);
        return reply.json().get("blob").asString();
    }

    @Override
    public void close() {
        server.close();
    }
}
