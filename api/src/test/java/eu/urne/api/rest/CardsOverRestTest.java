package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.tally.Ballot;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a card can still vote is told before the choice. */
class CardsOverRestTest {

    @TempDir
    Path folder;

    private Voting voting;

    @BeforeEach
    void open() {
        voting = new Voting(folder, false).opened(3);
    }

    @AfterEach
    void close() {
        voting.close();
    }

    private Reply card(int voter) {
        return voting.client.post(
                Voting.POLL + "/card",
                Map.of("token", Voting.seed(voter).token().hex()));
    }

    private String state(int voter) {
        Reply reply = card(voter);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        return reply.json().get("state").asString();
    }

    @Test
    void aCardIsFreeUntilItHasVotedOrIsVoid() {
        assertThat(state(0)).isEqualTo("free");
        voting.cast(voting.ballot(0, Ballot.Approval.of(0)));
        voting.client.staffPost(
                Voting.POLL + "/voids",
                Map.of("tokens", List.of(Voting.seed(1).token().hex())));

        assertThat(state(0)).isEqualTo("used");
        assertThat(state(1)).isEqualTo("void");
        assertThat(state(2)).isEqualTo("free");
    }

    @Test
    void askingLeavesNothingInTheLogAndAllAnswersHaveOneLength() {
        voting.cast(voting.ballot(0, Ballot.Approval.of(0)));
        long before = voting.logSize();

        assertThat(card(0).text()).hasSameSizeAs(card(2).text());
        assertThat(card(7).text()).isEqualTo(card(2).text());
        assertThat(voting.logSize()).isEqualTo(before);
    }

    @Test
    void whatIsNoTokenIsRefusedInASentence() {
        assertThat(voting.client
                        .post(Voting.POLL + "/card", Map.of("token", "zz"))
                        .status())
                .isEqualTo(422);
        assertThat(voting.client.post(Voting.POLL + "/card", Map.of()).status()).isEqualTo(422);
    }
}
