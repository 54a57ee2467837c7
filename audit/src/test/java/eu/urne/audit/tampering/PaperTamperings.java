package eu.urne.audit.tampering;

import static eu.urne.audit.example.ExamplePaper.ANNE;
import static eu.urne.audit.example.ExamplePaper.BRUNO;
import static eu.urne.audit.tampering.Tampering.onPaper;

import eu.urne.audit.example.ExampleElection;
import java.util.List;

/** The rows of docs/tampering.md about paper and void cards. */
final class PaperTamperings {
    private static final int SHEET = 20;

    static final List<Tampering> ROWS = List.of(
            onPaper(
                    "a sheet is cast that one person entered",
                    "entry 8: the ballot on paper is not one that two persons entered alike",
                    (poll, paper) -> paper.enter(SHEET, 0, ANNE).cast(SHEET, 0)),
            onPaper(
                    "one person agrees with herself",
                    "entry 9: the sheet is agreed, but not directly behind equal entries of two persons",
                    (poll, paper) -> paper.enter(SHEET, 0, ANNE).enterAndAgree(SHEET, 0, 0, ANNE)),
            onPaper(
                    "a person enters in the name of another one",
                    "entry 8: the sheet is entered by 'staff/bruno', but the entry is by 'staff/anne'",
                    (poll, paper) -> {
                        poll.alter("urne.poll.PaperBallotEntered.v1", 1, entry -> entry.put("by", ANNE));
                        paper.enter(SHEET, 0, ANNE).enter(SHEET, 0, BRUNO);
                    }),
            onPaper(
                    "another choice is cast than two persons agreed on",
                    "entry 10: the ballot on paper is not one that two persons entered alike",
                    (poll, paper) -> paper.enter(SHEET, 0, ANNE)
                            .enterAndAgree(SHEET, 0, 0, BRUNO)
                            .cast(SHEET, 1)),
            onPaper(
                    "a sheet votes at a tablet",
                    "entry 7: the token of the ballot is one of paper, but the ballot is not on paper",
                    (poll, paper) -> poll.cast(SHEET, ExampleElection.favourite(0))),
            onPaper(
                    "more sheets are cast than were in the urn",
                    "entry 17: 1 sheets are found, but 2 are entered alike and 2 cast",
                    (poll, paper) -> paper.vote(SHEET, 0)
                            .vote(SHEET + 1, 0)
                            .count(1, ANNE)
                            .countAndReconcile(1, BRUNO)),
            onPaper(
                    "nobody counts the sheets in the urn",
                    "entry 7: the sheets of paper of the poll 'park' are not reconciled before its close",
                    (poll, paper) -> poll.close(40)),
            onPaper("a void card votes", "entry 8: the token of the ballot is void", (poll, paper) -> {
                paper.cancel("card", 0);
                poll.cast(0, ExampleElection.favourite(0));
            }),
            onPaper(
                    "a card is made void after its vote",
                    "entry 8: the void token … has voted already",
                    (poll, paper) -> {
                        poll.cast(0, ExampleElection.favourite(0));
                        paper.cancel("card", 0);
                    }),
            onPaper(
                    "more cards are listed as void than the register tells",
                    "entry 11: 3 cards are listed as void, but only 2 are told",
                    (poll, paper) -> {
                        paper.cancel("card", 0, 1, 2).reconcile(0);
                        poll.close(2);
                    }));

    private PaperTamperings() {}
}
