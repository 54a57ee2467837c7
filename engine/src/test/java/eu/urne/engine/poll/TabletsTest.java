package eu.urne.engine.poll;

import static eu.urne.engine.poll.PaperElection.ANNE;
import static eu.urne.engine.poll.PaperElection.BRUNO;
import static eu.urne.engine.poll.PaperElection.POLL;
import static eu.urne.engine.poll.PaperElection.accepted;
import static eu.urne.engine.poll.PaperElection.refused;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.poll.PollCommand.EmptyTablet;
import eu.urne.engine.poll.PollCommand.EndVoting;
import eu.urne.engine.poll.PollCommand.EnrolTablet;
import eu.urne.engine.poll.PollCommand.WriteOffTablet;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A poll and the tablets on which people vote in it. */
class TabletsTest {

    private static final TabletId ONE = new TabletId("0000000000000001");
    private static final TabletId TWO = new TabletId("0000000000000002");

    @TempDir
    Path folder;

    private PaperElection election;

    @BeforeEach
    void prepare() {
        election = new PaperElection(folder, List.of("card"));
        accepted(election.issue("all", 0));
    }

    @AfterEach
    void close() {
        election.close();
    }

    private void open() {
        accepted(election.engine().polls().open(POLL, election.by(ANNE)));
    }

    private Answer enrol(TabletId tablet) {
        return election.send(new EnrolTablet(POLL, tablet));
    }

    private Answer end() {
        return election.send(new EndVoting(POLL));
    }

    private Answer empty(TabletId tablet) {
        return election.send(new EmptyTablet(POLL, tablet));
    }

    private Answer writeOff(TabletId tablet, String person) {
        return election.send(new WriteOffTablet(POLL, tablet, "tombée dans le canal", person));
    }

    @Test
    void aTabletTakesPartOnceAndBeforeOrDuringTheVote() {
        assertThat(accepted(enrol(ONE)).events()).isEqualTo(1);
        open();
        assertThat(enrol(ONE)).isEqualTo(new Answer.Unchanged());
        accepted(enrol(TWO));
        accepted(end());
        assertThat(enrol(TWO)).isEqualTo(new Answer.Unchanged());
        assertThat(refused(enrol(new TabletId("0000000000000003"))))
                .isEqualTo("the vote of the poll " + POLL + " has ended; tablets take part until the end");
    }

    @Test
    void theCloseWaitsForTheEndAndForEveryTablet() {
        enrol(ONE);
        enrol(TWO);
        open();
        assertThat(refused(election.closePoll()))
                .isEqualTo("people vote on tablets in the poll " + POLL
                        + ": end the vote first, so that the tablets send what waits on them");
        end();
        assertThat(refused(election.closePoll()))
                .isEqualTo("2 tablets, " + ONE + " among them, have not reported that their queues are empty; wait for"
                        + " them, or let two persons write each off with the reason");
        accepted(empty(ONE));
        assertThat(refused(election.closePoll()))
                .isEqualTo("the tablet " + TWO + " has not reported that its queue is empty; wait for it, or let two"
                        + " persons write it off with the reason");
        accepted(empty(TWO));
        accepted(election.closePoll());
    }

    @Test
    void ballotsStillComeWhenTheVoteHasEnded() {
        enrol(ONE);
        open();
        end();
        election.handOut(1);
        accepted(election.cast(election.card(0, 1)));
        accepted(empty(ONE));
        accepted(election.closePoll());
    }

    @Test
    void withoutTabletsAPollIsClosedWithAndWithoutAnEnd() {
        open();
        accepted(end());
        assertThat(end()).isEqualTo(new Answer.Unchanged());
        accepted(election.closePoll());
        assertThat(refused(end()))
                .isEqualTo("the poll " + POLL + " is closed and sealed; a vote ends while it is open");
    }

    @Test
    void nothingIsEmptyBeforeTheVoteHasEnded() {
        enrol(ONE);
        assertThat(refused(empty(ONE))).contains("is not open yet");
        open();
        String early = "the vote of the poll " + POLL + " has not ended; before its end ballots come at any time";
        assertThat(refused(empty(ONE))).isEqualTo(early);
        assertThat(refused(writeOff(ONE, ANNE))).isEqualTo(early);
        end();
        accepted(empty(ONE));
        assertThat(empty(ONE)).isEqualTo(new Answer.Unchanged());
        assertThat(refused(empty(TWO))).isEqualTo("tablet: " + TWO + " takes no part in the poll " + POLL);
    }

    @Test
    void twoPersonsWriteATabletOff() {
        enrol(ONE);
        open();
        end();
        assertThat(accepted(writeOff(ONE, ANNE)).events()).isEqualTo(1);
        assertThat(refused(writeOff(ONE, ANNE)))
                .isEqualTo("tablet: you have asked to write " + ONE + " off already; another person must do so too");
        refused(election.closePoll());
        assertThat(accepted(writeOff(ONE, BRUNO)).events()).isEqualTo(2);
        assertThat(refused(empty(ONE))).isEqualTo("the tablet " + ONE + " is written off for the poll " + POLL);
        assertThat(refused(writeOff(ONE, ANNE)))
                .isEqualTo("the tablet " + ONE + " is written off for the poll " + POLL + " already");
        accepted(election.closePoll());
    }

    @Test
    void aTabletThatTurnsUpIsNotWrittenOff() {
        enrol(ONE);
        open();
        end();
        accepted(writeOff(ONE, ANNE));
        accepted(empty(ONE));
        assertThat(refused(writeOff(ONE, BRUNO)))
                .isEqualTo("the tablet " + ONE + " has told that no ballot waits on it");
    }

    @Test
    void aWriteOffHasAReason() {
        enrol(ONE);
        open();
        end();
        for (String reason : List.of("", " ", "x".repeat(501))) {
            assertThat(refused(election.send(new WriteOffTablet(POLL, ONE, reason, ANNE))))
                    .isEqualTo("reason: must have 1 to 500 characters");
        }
        assertThat(refused(writeOff(TWO, ANNE))).isEqualTo("tablet: " + TWO + " takes no part in the poll " + POLL);
    }
}
