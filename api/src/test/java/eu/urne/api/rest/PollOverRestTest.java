package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.tally.Ballot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PollOverRestTest {

    @TempDir
    Path folder;

    private Voting voting;
    private Client client;

    @BeforeEach
    void start() {
        voting = new Voting(folder, false);
        client = voting.client;
    }

    @AfterEach
    void stop() {
        voting.close();
    }

    @Test
    void aPollGoesFromDefinitionToOutcome() {
        assertThat(voting.define().status()).isEqualTo(201);
        voting.opened(3);
        assertThat(voting.cast(voting.ballot(0, Ballot.Approval.of(0, 2))).status())
                .isEqualTo(201);
        assertThat(voting.cast(voting.ballot(1, Ballot.Approval.of(2))).status())
                .isEqualTo(201);
        assertThat(client.get(Voting.POLL + "/outcome").status()).isEqualTo(404);
        long index = voting.declared();
        JsonNode outcome = client.get(Voting.POLL + "/outcome?after=" + index).json();
        assertThat(outcome.get("selected").toString()).isEqualTo("[\"c\",\"a\"]");
        assertThat(outcome.get("cast").asLong()).isEqualTo(2);
        assertThat(outcome.get("scores").size()).isEqualTo(3);
        assertThat(outcome.get("scores").get(1).get("verdict").asString()).isEqualTo("unaffordable");
        assertThat(client.get("/api/polls").json().get(0).get("state").asString())
                .isEqualTo("declared");
    }

    @Test
    void theTurnoutIsPublicWhileTheVoteIsOpen() {
        voting.opened(3);
        long index = voting.cast(voting.ballot(0, Ballot.Approval.of(0)))
                .json()
                .get("index")
                .asLong();
        JsonNode turnout = client.get(Voting.POLL + "/turnout?after=" + index).json();
        assertThat(turnout.get("ballots").asLong()).isEqualTo(1);
        assertThat(turnout.get("cards").asLong()).isEqualTo(3);
        assertThat(turnout.get("handedOut").asLong()).isEqualTo(3);
    }

    @Test
    void nothingIsExplainedWhileTheCountsAddUp() {
        voting.opened(2);
        Reply reply = client.staffPost(Voting.POLL + "/discrepancy", Map.of("reason", "on ne sait jamais"));
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.json().get("detail").asString())
                .isEqualTo("the counts of the poll children-2026 add up: there is nothing to explain");
    }

    @Test
    void theSameBallotAgainGetsTheSameReceipt() {
        voting.opened(2);
        SealedBallot ballot = voting.ballot(0, Ballot.Approval.of(1));
        Reply first = voting.cast(ballot);
        voting.cast(voting.ballot(1, Ballot.Approval.of(1)));
        Reply again = voting.cast(ballot);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(client.get("/api/receipts/" + ballot.id()).json()).isEqualTo(first.json());
    }

    @Test
    void aReceiptIsTextWhereTheClientWantsText() {
        voting.opened(1);
        SealedBallot ballot = voting.ballot(0, Ballot.Approval.of(1));
        String receipt = voting.cast(ballot).json().get("receipt").asString();
        Reply text = client.send(client.request("/api/receipts/" + ballot.id()).header("Accept", "text/plain"));
        assertThat(text.header("Content-Type")).startsWith("text/plain");
        assertThat(text.text()).isEqualTo(receipt);
    }

    @Test
    void aRepeatedStaffRequestIsTheSameCommand() {
        var request =
                client.asStaff(client.json("/api/polls", Voting.DEFINITION)).header("Idempotency-Key", "one");
        Reply first = client.send(request);
        Reply again = client.send(request);
        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
    }

    @Test
    void theSameIdempotencyKeyWithOtherContentIsAnotherCommand() {
        client.send(client.asStaff(client.json("/api/polls", Voting.DEFINITION)).header("Idempotency-Key", "one"));
        String other = Voting.DEFINITION.replace("Budget des enfants", "Budget des adultes");
        Reply reply =
                client.send(client.asStaff(client.json("/api/polls", other)).header("Idempotency-Key", "one"));
        assertThat(reply.status()).isEqualTo(409);
    }

    @Test
    void aPollWithoutBudgetCanBeDefined() {
        String motion = Voting.DEFINITION
                .replace("\"budget\":{\"cents\":500000,\"currency\":\"EUR\"},", "")
                .replace("{\"max\":2}", "{}")
                .replace("APPROVAL", "FAVOURITE");
        assertThat(client.send(client.asStaff(client.json("/api/polls", motion)))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void personsAreAdmittedManyAtATimeAndEachRefusalIsTold() {
        voting.define();
        var some = Map.of("persons", Voting.persons(300));
        JsonNode first =
                client.staffPost(Voting.POLL + "/register/admissions", some).json();
        assertThat(first.get("accepted").asInt()).isEqualTo(300);
        var more = Map.of("persons", Voting.persons(301));
        JsonNode second =
                client.staffPost(Voting.POLL + "/register/admissions", more).json();
        assertThat(second.get("accepted").asInt()).isEqualTo(1);
        assertThat(second.get("refused").size()).isEqualTo(300);
        assertThat(second.get("refused").get(0).get("reason").asString()).isEqualTo("exists");
    }

    @Test
    void rebuiltViewsShowTheSame() {
        voting.opened(2);
        voting.cast(voting.ballot(0, Ballot.Approval.of(0)));
        long index = voting.declared();
        List<String> paths = List.of("/api/polls", Voting.POLL, Voting.POLL + "/turnout", Voting.POLL + "/outcome");
        List<String> before = seen(paths, index);
        voting.close();
        voting = new Voting(folder, true);
        client = voting.client;
        assertThat(seen(paths, index)).isEqualTo(before);
    }

    private List<String> seen(List<String> paths, long index) {
        return paths.stream()
                .map(path -> client.get(path + "?after=" + index).text())
                .toList();
    }
}
