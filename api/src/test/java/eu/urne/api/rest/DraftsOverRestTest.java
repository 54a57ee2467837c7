package eu.urne.api.rest;

import static eu.urne.api.rest.Budgeting.BUDGET;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.EngineJson;
import eu.urne.engine.store.LogName;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Ideas that are not handed in yet, until they are. */
class DraftsOverRestTest {

    private static final String CABIN = BUDGET + "/drafts/cabin";

    @TempDir
    Path folder;

    private Budgeting city;
    private Client client;
    private Client other;

    @BeforeEach
    void start() {
        city = new Budgeting(folder, false, "2026-01-12");
        client = city.client;
        other = new Client(city.server, Budgeting.SECOND_KEY);
        city.accepted("/api/budgets", Budgeting.BY_SITE);
        city.day("2026-02-02");
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private Reply save(String path, String json) {
        return client.send(client.asStaff(client.request(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    private static Reply get(Client who, String path) {
        return who.send(who.asStaff(who.request(path)));
    }

    private Reply submit() {
        return client.staffPost(CABIN + "/submission");
    }

    private static String complete() {
        ObjectNode json = (ObjectNode) EngineJson.MAPPER.readTree(Budgeting.idea("cabin", "centre-a", "une cabane"));
        json.remove("proposal");
        return json.toString();
    }

    @Test
    void aDraftIsSavedAsFarAsItIsWritten() {
        assertThat(save(CABIN, "{\"title\":\"Une cab\"}").status()).isEqualTo(200);

        Reply draft = get(client, CABIN);
        assertThat(draft.header("Cache-Control")).isEqualTo("no-store");
        assertThat(draft.json().get("idea").toString()).isEqualTo("{\"title\":\"Une cab\"}");
        assertThat(draft.json().get("savedMs").asLong())
                .isEqualTo(MovableClock.midnight("2026-02-02").toEpochMilli());
    }

    @Test
    void nobodyElseSeesIt() {
        save(CABIN, complete());

        Budgeting.refused(get(other, CABIN), 404, "you have no draft cabin in the budget children-2026");
        assertThat(get(other, BUDGET + "/drafts").json().isEmpty()).isTrue();
        assertThat(client.get(CABIN).status()).isEqualTo(401);
        assertThat(city.staffGet(BUDGET + "/proposals").get("total").asInt()).isZero();
    }

    @Test
    void whatIsHandedInIsAProposalAndNoDraft() {
        save(CABIN, complete());

        Reply reply = submit();

        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        JsonNode proposal = city.staffGet(BUDGET + "/proposals/cabin");
        assertThat(proposal.get("title").asString()).isEqualTo("une cabane");
        assertThat(proposal.get("author").get("members").asInt()).isEqualTo(12);
        assertThat(get(client, BUDGET + "/drafts").json().isEmpty()).isTrue();
    }

    @Test
    void handingInAgainWithTheSameKeyGivesTheSameReceipt() {
        save(CABIN, complete());
        HttpRequest.Builder first = client.asStaff(client.json(CABIN + "/submission", ""));
        HttpRequest.Builder again = client.asStaff(client.json(CABIN + "/submission", ""));

        Reply receipt = client.send(first.header("Idempotency-Key", "cabin-1"));
        Reply repeated = client.send(again.header("Idempotency-Key", "cabin-1"));

        assertThat(receipt.status()).isEqualTo(201);
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.json().get("index")).isEqualTo(receipt.json().get("index"));
    }

    @Test
    void whatIsMissingIsNamedAndTheDraftStays() {
        save(CABIN, "{\"title\":\"Une cabane\"}");
        Budgeting.refused(submit(), 422, "author: the draft has none yet");

        save(CABIN, complete().replace("\"category\":\"play\",", ""));
        Budgeting.refused(submit(), 422, "category: the draft has none yet");

        save(CABIN, complete().replace("une cabane", " "));
        Budgeting.refused(submit(), 422, "title: an idea has a title");
        assertThat(get(client, CABIN).status()).isEqualTo(200);
    }

    @Test
    void whatTheBudgetRefusesStaysADraft() {
        save(CABIN, complete().replace("centre-a", "nowhere"));
        long before = city.server.engine().log().checkpoint(LogName.PUBLIC).size();

        Budgeting.refused(submit(), 404, "site: the budget children-2026 has no site nowhere");

        assertThat(get(client, CABIN).status()).isEqualTo(200);
        assertThat(city.server.engine().log().checkpoint(LogName.PUBLIC).size()).isEqualTo(before);
    }

    @Test
    void aDraftIsDeletedForGood() {
        save(CABIN, complete());
        HttpRequest.Builder delete = client.asStaff(client.request(CABIN)).DELETE();
        assertThat(client.send(delete).status()).isEqualTo(204);

        Budgeting.refused(
                client.send(client.asStaff(client.request(CABIN)).DELETE()),
                404,
                "you have no draft cabin in the budget children-2026");
        Budgeting.refused(submit(), 404, "you have no draft cabin in the budget children-2026");
    }

    @Test
    void draftsAreOfBudgetsThatExistAndNotTooLarge() {
        Budgeting.refused(save("/api/budgets/none/drafts/cabin", complete()), 404, "there is no budget none");
        String large = "{\"text\":\"" + "x".repeat(70_000) + "\"}";
        Budgeting.refused(save(CABIN, large), 413, "the draft is larger than 65536 characters");
        Budgeting.refused(save(CABIN, "{\"name\":\"Zoé\"}"), 422, "name: there is no such member");
    }
}
