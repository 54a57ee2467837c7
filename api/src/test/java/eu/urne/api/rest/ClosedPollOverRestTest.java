package eu.urne.api.rest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.api.rest.Client.Reply;
import eu.urne.engine.poll.SealedBallot;
import eu.urne.engine.tally.Ballot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClosedPollOverRestTest {

    @TempDir
    Path folder;

    @Test
    void aBallotAfterTheCloseIsRefusedButARepeatedOneGetsItsReceipt() {
        try (Voting voting = new Voting(folder, false).opened(2)) {
            SealedBallot first = voting.ballot(0, Ballot.Approval.of(0));
            SealedBallot late = voting.ballot(1, Ballot.Approval.of(0));
            Reply receipt = voting.cast(first);
            voting.client.staffPost(Voting.POLL + "/close");
            long size = voting.logSize();
            Reply refused = voting.cast(late);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.json().get("type").asString()).isEqualTo("urn:urne:problem:wrong-state");
            assertThat(voting.cast(first).text()).isEqualTo(receipt.text());
            assertThat(voting.logSize()).isEqualTo(size);
        }
    }
}
