package eu.urne.audit;

import static eu.urne.audit.example.ExampleElection.favourite;
import static eu.urne.audit.example.ExamplePaper.ANNE;
import static eu.urne.audit.example.ExamplePaper.BRUNO;
import static eu.urne.audit.example.MemoryEvidence.findings;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePaper;
import eu.urne.audit.example.ExamplePoll;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Paper ballots, void cards and counts that must not be so are found (checks 8 and 9). The poll has the cards 0 to 19
 * and the sheets 20 to 39; it is opened by entry 6, so that its votes stand from entry 7 on.
 */
class TamperedPaperTest {
    private static final int SHEET = 20;

    private final ExampleLog log = new ExampleLog("vote.example.org");
    private final ExamplePoll poll =
            new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2).with("channels", List.of("card", "paper"));
    private final ExamplePaper paper = new ExamplePaper(poll);

    @BeforeEach
    void openPoll() {
        log.genesis();
        poll.define().cards("all", 20).cards("paper", 20).open();
    }

    @Test
    void goodPaperIsVerified() {
        paper.vote(SHEET, 0)
                .enter(21, 0, ANNE)
                .enterAndDispute(21, 1, BRUNO)
                .enter(21, 0, BRUNO)
                .enter(21, 1, BRUNO)
                .enterAndAgree(21, 1, 1, ANNE)
                .cast(21, 1)
                .cancel("card", 0, 1)
                .cancel("paper", 22)
                .reconcile(2);
        poll.cast(2, favourite(1)).close(37).seal().reveal();

        assertThat(findings(log)).isEmpty();
    }

    @Test
    void paperThatNobodyEnteredIsFound() {
        paper.cast(SHEET, 0);

        assertThat(findings(log))
                .containsExactly("entry 7: the ballot on paper is not one that two persons entered alike");
    }

    @Test
    void paperThatOnePersonEnteredIsFound() {
        paper.enter(SHEET, 0, ANNE).enter(SHEET, 0, ANNE).cast(SHEET, 0);

        assertThat(findings(log))
                .containsExactly("entry 9: the ballot on paper is not one that two persons entered alike");
    }

    @Test
    void agreementOfOnePersonIsFound() {
        paper.enter(SHEET, 0, ANNE).enterAndAgree(SHEET, 0, 0, ANNE);

        assertThat(findings(log))
                .containsExactly("entry 9: the sheet is agreed, but not directly behind equal entries of two persons");
    }

    @Test
    void agreementOnWhatTheyEnteredDifferentlyIsFound() {
        paper.enter(SHEET, 0, ANNE).enterAndAgree(SHEET, 1, 1, BRUNO);

        assertThat(findings(log))
                .containsExactly("entry 9: the sheet is agreed, but not directly behind equal entries of two persons");
    }

    @Test
    void agreementOnWhatNobodyEnteredIsFound() {
        paper.enter(SHEET, 0, ANNE).enterAndAgree(SHEET, 0, 1, BRUNO);

        assertThat(findings(log))
                .containsExactly("entry 9: the sheet is agreed, but not directly behind equal entries of two persons");
    }

    @Test
    void disputeWithoutADifferenceIsFound() {
        paper.enter(SHEET, 0, ANNE).enterAndDispute(SHEET, 0, BRUNO);

        assertThat(findings(log))
                .containsExactly(
                        "entry 9: the sheet is disputed, but not directly behind entries of two persons that differ");
    }

    @Test
    void entriesWithoutAVerdictAreFound() {
        paper.enter(SHEET, 0, ANNE).enter(SHEET, 0, BRUNO);

        assertThat(findings(log))
                .containsExactly(
                        "entry 8: two persons have entered the sheet, but the log does not tell whether alike");
    }

    @Test
    void entryInTheNameOfSomebodyElseIsFound() {
        log.alter("urne.poll.PaperBallotEntered.v1", 0, entry -> entry.put("by", BRUNO));
        paper.enter(SHEET, 0, ANNE);

        assertThat(findings(log))
                .containsExactly("entry 7: the sheet is entered by 'staff/anne', but the entry is by 'staff/bruno'");
    }

    @Test
    void anotherChoiceThanTheAgreedOneIsFound() {
        paper.enter(SHEET, 0, ANNE).enterAndAgree(SHEET, 0, 0, BRUNO).cast(SHEET, 1);

        assertThat(findings(log))
                .containsExactly("entry 10: the ballot on paper is not one that two persons entered alike");
    }

    @Test
    void secondBallotOfASheetIsFound() {
        paper.vote(SHEET, 0).cast(SHEET, 0);

        assertThat(findings(log)).contains("entry 11: the token of the ballot has voted already, in entry 10");
    }

    @Test
    void newVoteOfASheetIsFound() {
        paper.enter(SHEET, 0, ANNE).enterAndAgree(SHEET, 0, 0, BRUNO).cast(SHEET, 1, 0, "paper");

        assertThat(findings(log)).contains("entry 10: the ballot has the seq 1, but nobody votes again");
    }

    @Test
    void sheetThatVotesAsACardIsFound() {
        poll.cast(SHEET, favourite(0));

        assertThat(findings(log))
                .containsExactly("entry 7: the token of the ballot is one of paper, but the ballot is not on paper");
    }

    @Test
    void cardThatVotesAsASheetIsFound() {
        paper.vote(0, 0);

        assertThat(findings(log))
                .containsExactly(
                        "entry 7: the token of the sheet is none of paper of the poll 'p'",
                        "entry 8: the token of the sheet is none of paper of the poll 'p'",
                        "entry 9: the token of the sheet is none of paper of the poll 'p'",
                        "entry 10: the token of the ballot is none of paper",
                        "entry 10: the ballot on paper is not one that two persons entered alike");
    }

    @Test
    void paperFromTheBoothIsFound() {
        paper.enter(SHEET, 0, ANNE).enterAndAgree(SHEET, 0, 0, BRUNO).cast(SHEET, 0, 0, "booth");

        assertThat(findings(log)).containsExactly("entry 10: the ballot comes from 'booth', but it is on paper");
    }

    @Test
    void voidCardThatVotesIsFound() {
        paper.cancel("card", 0);
        poll.cast(0, favourite(0));

        assertThat(findings(log)).containsExactly("entry 8: the token of the ballot is void");
    }

    @Test
    void voidSheetThatIsEnteredIsFound() {
        paper.cancel("paper", SHEET).enter(SHEET, 0, ANNE);

        assertThat(findings(log)).containsExactly("entry 8: the token of the sheet is void");
    }

    @Test
    void cardThatIsVoidedAfterItsVoteIsFound() {
        poll.cast(0, favourite(0));
        paper.cancel("card", 0);

        assertThat(findings(log)).singleElement().asString().matches("entry 8: the void token .+ has voted already");
    }

    @Test
    void cardThatIsVoidTwiceIsFound() {
        paper.cancel("card", 0).cancel("card", 0);

        assertThat(findings(log)).singleElement().asString().matches("entry 8: the token .+ is void a second time");
    }

    @Test
    void voidTokenOfAnotherChannelIsFound() {
        paper.cancel("card", SHEET);

        assertThat(findings(log))
                .singleElement()
                .asString()
                .matches("entry 7: the void token .+ is not authorised for its channel");
    }

    @Test
    void moreVoidCardsThanToldAreFound() {
        paper.cancel("card", 0, 1, 2).reconcile(0);
        poll.close(2);

        assertThat(findings(log)).containsExactly("entry 11: 3 cards are listed as void, but only 2 are told");
    }

    @Test
    void sheetsThatNobodyCountedAreFound() {
        poll.close(40);

        assertThat(findings(log))
                .containsExactly("entry 7: the sheets of paper of the poll 'p' are not reconciled before its close");
    }

    @Test
    void sheetsThatOnePersonCountedAreFound() {
        paper.count(0, ANNE).countAndReconcile(0, ANNE);

        assertThat(findings(log))
                .containsExactly("entry 9: the sheets of the poll 'p' are reconciled, but not directly behind equal"
                        + " counts of two persons");
    }

    @Test
    void moreSheetsThanEnteredAreFound() {
        paper.vote(SHEET, 0).reconcile(2);

        assertThat(findings(log)).containsExactly("entry 13: 2 sheets are found, but 1 are entered alike and 1 cast");
    }

    @Test
    void paperBehindTheReconciliationIsFound() {
        paper.reconcile(0).enter(SHEET, 0, ANNE);

        assertThat(findings(log))
                .containsExactly("entry 10: a sheet of paper is entered behind the reconciliation of the poll 'p'");
    }

    @Test
    void ballotBehindTheReconciliationIsFound() {
        paper.enter(SHEET, 0, ANNE)
                .enterAndAgree(SHEET, 0, 0, BRUNO)
                .reconcile(1)
                .cast(SHEET, 0);

        assertThat(findings(log))
                .containsExactly(
                        "entry 12: 1 sheets are found, but 1 are entered alike and 0 cast",
                        "entry 13: the ballot on paper stands behind the reconciliation");
    }

    @Test
    void whatTwoPersonsSayOfABrokenRuleStandsBehindIt() {
        paper.reconcile(0).explain("a card was lost", ANNE).explain("seen", BRUNO);
        poll.cast(0, favourite(0)).close(40);

        assertThat(findings(log))
                .containsExactly("entry 13: 1 tokens have voted, but only 0 cards are handed out;"
                        + " the persons in charge say: a card was lost / seen");
    }

    @Test
    void personWhoExplainsTwiceIsFound() {
        paper.explain("a card was lost", ANNE).explain("seen", ANNE);

        assertThat(findings(log)).containsExactly("entry 8: 'staff/anne' records a second discrepancy of the poll 'p'");
    }

    @Test
    void cardsThatAreVoidedBehindTheCloseAreFound() {
        paper.reconcile(0);
        poll.close(40);
        paper.cancel("card", 0);

        assertThat(findings(log))
                .containsExactly("entry 12: CardsVoided does not stand in its place: the poll 'p' is closed");
    }

    @Test
    void labelOfPaperIsAnOrdinaryOneWhereNobodyVotesOnPaper() {
        ExampleLog old = new ExampleLog("vote.example.org").genesis();
        new ExamplePoll(old, "q", "FAVOURITE", Map.of(), 1, 2)
                .define()
                .cards("paper", 3)
                .open()
                .cast(0, favourite(0))
                .close(1);

        assertThat(findings(old)).isEmpty();
    }
}
