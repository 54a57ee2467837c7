package eu.urne.engine.poll;

import static eu.urne.engine.poll.PaperElection.ANNE;
import static eu.urne.engine.poll.PaperElection.BRUNO;
import static eu.urne.engine.poll.PaperElection.POLL;
import static eu.urne.engine.poll.PaperElection.accepted;
import static eu.urne.engine.poll.PaperElection.refused;
import static eu.urne.engine.poll.PaperElection.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.poll.PollCommand.RecordDiscrepancy;
import eu.urne.engine.poll.PollCommand.VoidCards;
import eu.urne.engine.roll.Person;
import eu.urne.engine.roll.RollCommand.AdmitVoter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReconciliationTest {

    @TempDir
    Path folder;

    private PaperElection election;

    @AfterEach
    void close() {
        election.close();
    }

    private void withPaper() {
        election = PaperElection.open(folder);
    }

    private void withCards() {
        election = new PaperElection(folder, List.of("card"));
        accepted(election.issue("all", 0));
        accepted(election.engine().polls().open(POLL, election.by(ANNE)));
    }

    private Answer discrepancy(String reason, String person) {
        return election.engine().commands().send(new RecordDiscrepancy(POLL, reason, person), election.by(person));
    }

    @Test
    void aVoidCardDoesNotVote() {
        withCards();
        accepted(election.send(new VoidCards(POLL, "card", tokens(0, 3))));
        assertThat(refused(election.cast(election.card(2, 1)))).isEqualTo("token: its card is void");
        assertThat(refused(election.send(new VoidCards(POLL, "card", tokens(2, 2)))))
                .isEqualTo("tokens: " + TestPolls.seed(2).token() + " is void already");
    }

    @Test
    void aCardThatHasVotedIsNotVoided() {
        withCards();
        accepted(election.cast(election.card(0, 1)));
        assertThat(refused(election.send(new VoidCards(POLL, "card", tokens(0, 1)))))
                .isEqualTo("tokens: " + TestPolls.seed(0).token() + " has voted already");
    }

    @Test
    void whatIsVoidedIsKnownByItsChannel() {
        withPaper();
        assertThat(refused(election.send(new VoidCards(POLL, "card", tokens(100, 1)))))
                .isEqualTo("tokens: " + TestPolls.seed(100).token() + " is no token of the channel card of the poll "
                        + POLL);
        assertThat(refused(election.send(new VoidCards(POLL, "letter", tokens(0, 1)))))
                .isEqualTo("channel: must be card or paper, not \"letter\"");
        assertThat(refused(election.send(new VoidCards(POLL, "card", List.of()))))
                .isEqualTo("tokens: at least one is needed");
    }

    @Test
    void manyVoidCardsStandInSeveralEvents() {
        election = new PaperElection(folder, List.of("card"));
        List<Token> many = IntStream.range(0, 1_700)
                .mapToObj(i -> new Token(String.format("%064x", i)))
                .toList();
        accepted(election.send(new PollCommand.IssueCards(POLL, "all", many)));
        assertThat(accepted(election.send(new VoidCards(POLL, "card", many))).events())
                .isEqualTo(3);
    }

    @Test
    void afterTheCloseNothingIsVoided() {
        withCards();
        accepted(election.closePoll());
        assertThat(refused(election.send(new VoidCards(POLL, "card", tokens(0, 1)))))
                .isEqualTo("the poll " + POLL + " is closed and sealed; cards are made void before the close");
    }

    @Test
    void sheetsOfPaperNeedTheirChannel() {
        election = new PaperElection(folder, List.of("card"));
        assertThat(refused(election.issue("paper", 0)))
                .isEqualTo("label: \"paper\" is for sheets of paper, which the poll " + POLL + " has not");
    }

    @Test
    void moreVotesThanCardsHandedOutAreNotClosed() {
        withCards();
        accepted(election.cast(election.card(0, 1)));
        assertThat(refused(election.closePoll()))
                .isEqualTo("the poll " + POLL + " does not add up: 1 tokens have voted, but only 0 cards are handed"
                        + " out; two persons must record why before it can be closed");
    }

    @Test
    void aCloseThatIsRefusedLeavesTheRegisterOpen() {
        withCards();
        accepted(election.cast(election.card(0, 1)));
        refused(election.closePoll());
        election.handOut(1);
        accepted(election.closePoll());
    }

    @Test
    void moreVoidAndHandedOutThanPrintedAreNotClosed() {
        withCards();
        accepted(election.send(new VoidCards(POLL, "card", tokens(1, 19))));
        election.handOut(2);
        assertThat(refused(election.closePoll()))
                .contains("19 void cards and 2 handed out are more than the 20 printed");
    }

    @Test
    void moreHandedOutThanPrintedAreNotClosed() {
        withCards();
        election.handOut(21);
        assertThat(refused(election.closePoll())).contains("21 cards are handed out, but only 20 are printed");
    }

    @Test
    void twoPersonsCanRecordWhyItDoesNotAddUp() {
        withCards();
        accepted(election.cast(election.card(0, 1)));
        accepted(discrepancy("une carte donnée sans émargement", ANNE));
        assertThat(refused(discrepancy("la même", ANNE)))
                .isEqualTo("reason: you have recorded one already; another person must do so too");
        refused(election.closePoll());
        accepted(discrepancy("constaté", BRUNO));
        accepted(election.closePoll());
    }

    @Test
    void aDiscrepancyHasAReasonAndAnOpenPoll() {
        withCards();
        assertThat(refused(discrepancy(" ", ANNE))).isEqualTo("reason: must have 1 to 500 characters");
        assertThat(refused(discrepancy("x".repeat(501), ANNE))).isEqualTo("reason: must have 1 to 500 characters");
        accepted(election.closePoll());
        assertThat(refused(discrepancy("zu spät", ANNE)))
                .isEqualTo("the poll " + POLL + " is closed and sealed; a discrepancy is recorded while it is open");
    }

    @Test
    void sheetsAreCountedByTwoPersonsBeforeTheClose() {
        withPaper();
        election.handOut(1);
        election.enterAndCast(100, 1);
        String uncounted = "the sheets in the urn are not counted alike by two persons";
        assertThat(refused(election.closePoll())).contains(uncounted);
        accepted(election.count(1, ANNE));
        assertThat(election.count(1, ANNE)).isEqualTo(new Answer.Unchanged());
        assertThat(refused(election.closePoll())).contains(uncounted);
        accepted(election.count(1, BRUNO));
        accepted(election.closePoll());
    }

    @Test
    void whoCountsOtherwiseLetsTheFirstCountAgain() {
        withPaper();
        accepted(election.count(1, ANNE));
        accepted(election.count(0, BRUNO));
        assertThat(accepted(election.count(0, ANNE)).events()).isEqualTo(2);
    }

    @Test
    void sheetsFoundMustBeEnteredAndCast() {
        withPaper();
        accepted(election.enter(100, 1, ANNE));
        accepted(election.count(1, ANNE));
        assertThat(refused(election.count(1, BRUNO)))
                .isEqualTo("found: two persons found 1 sheets, but 0 are entered alike and 0 cast");
        accepted(election.enter(100, 1, BRUNO));
        assertThat(refused(election.count(1, BRUNO)))
                .isEqualTo("found: two persons found 1 sheets, but 1 are entered alike and 0 cast");
        accepted(election.cast(election.sheet(100, 1)));
        accepted(election.count(1, BRUNO));
    }

    @Test
    void onceReconciledNoSheetIsEnteredOrCast() {
        withPaper();
        accepted(election.enter(101, 1, ANNE));
        accepted(election.count(0, ANNE));
        accepted(election.count(0, BRUNO));
        String sentence = "the sheets of the poll " + POLL + " are reconciled already";
        assertThat(refused(election.enter(100, 1, ANNE))).isEqualTo(sentence);
        assertThat(refused(election.enter(101, 1, BRUNO))).isEqualTo(sentence);
        assertThat(refused(election.count(0, ANNE))).isEqualTo(sentence);
    }

    @Test
    void noMoreSheetsAreFoundThanWereIssued() {
        withPaper();
        assertThat(refused(election.count(21, ANNE)))
                .isEqualTo("found: the poll " + POLL + " has 20 sheets of paper, not 21");
        assertThat(refused(election.count(-1, ANNE)))
                .isEqualTo("found: the poll " + POLL + " has 20 sheets of paper, not -1");
    }

    @Test
    void theCountsTellWhatTheLogHas() {
        withPaper();
        election.handOut(3);
        election.enterAndCast(100, 1);
        accepted(election.enter(101, 1, ANNE));
        accepted(election.enter(102, 1, ANNE));
        accepted(election.enter(102, 1, BRUNO));
        accepted(election.cast(election.card(0, 1)));
        accepted(election.send(new VoidCards(POLL, "card", tokens(1, 2))));
        Person waiting = new Person("f".repeat(32));
        accepted(election.engine()
                .commands()
                .send(new AdmitVoter(POLL, waiting), new CommandOrigin("waiting", ANNE, 0)));
        Reconciliation counts = election.engine().polls().reconciliation(POLL).orElseThrow();
        assertThat(counts).isEqualTo(new Reconciliation(40, 20, 3, 2, 2, 1, 2, null));
        assertThat(counts.differences())
                .containsExactly(
                        "2 sheets are entered alike, but 1 cast",
                        "the sheets in the urn are not counted alike by two persons");
        assertThat(counts.remarks())
                .containsExactly("1 ballots on paper: fewer than 20 may be recognised as those of the persons who voted"
                        + " on paper");
    }
}
