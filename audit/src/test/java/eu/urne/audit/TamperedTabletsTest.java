package eu.urne.audit;

import static eu.urne.audit.example.ExampleElection.favourite;
import static eu.urne.audit.example.ExampleTablets.ANNE;
import static eu.urne.audit.example.ExampleTablets.BRUNO;
import static eu.urne.audit.example.MemoryEvidence.findings;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import eu.urne.audit.example.ExampleTablets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tablets for which the close did not wait are found (check 8). The poll has three cards; it is opened by entry 5, so
 * that what is done to it stands from entry 6 on.
 */
class TamperedTabletsTest {
    private static final String ONE = ExampleTablets.name(1);

    private final ExampleLog log = new ExampleLog("vote.example.org");
    private final ExamplePoll poll = new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2);
    private final ExampleTablets tablets = new ExampleTablets(poll);

    @BeforeEach
    void openPoll() {
        log.genesis();
        poll.define().cards("all", 3).open();
    }

    @Test
    void goodTabletsAreVerified() {
        tablets.enrol(1).enrol(2).enrol(3).end().empty(1).ask(2, ANNE);
        poll.cast(0, favourite(1));
        tablets.ask(3, BRUNO).askAndWriteOff(2, BRUNO).empty(3);
        poll.cast(1, favourite(0)).close(1).seal().reveal();

        assertThat(findings(log)).isEmpty();
    }

    @Test
    void aTabletMayTakePartBeforeTheOpening() {
        ExampleLog other = new ExampleLog("vote.example.org").genesis();
        ExamplePoll early = new ExamplePoll(other, "p", "FAVOURITE", Map.of(), 1, 2)
                .define()
                .cards("all", 3);
        ExampleTablets early1 = new ExampleTablets(early).enrol(1);
        early.open();
        early1.end().empty(1);
        early.close(3).seal().reveal();

        assertThat(findings(other)).isEmpty();
    }

    @Test
    void aVoteMayEndWithoutTablets() {
        tablets.end();
        poll.close(3).seal().reveal();

        assertThat(findings(log)).isEmpty();
    }

    @Test
    void closeThatDidNotWaitIsFound() {
        tablets.enrol(1).enrol(2).end().empty(2);
        poll.close(3);

        assertThat(findings(log))
                .containsExactly("entry 10: the poll 'p' is closed before 1 of its 2 tablets are emptied or written"
                        + " off, the first of them " + ONE);
    }

    @Test
    void closeOfAVoteThatDidNotEndIsFound() {
        tablets.enrol(1);
        poll.close(3);

        assertThat(findings(log))
                .containsExactly("entry 7: the poll 'p' is closed before 1 of its 1 tablets are emptied or written"
                        + " off, the first of them " + ONE);
    }

    @Test
    void secondEnrolmentIsFound() {
        tablets.enrol(1).enrol(1);

        assertThat(findings(log)).containsExactly("entry 7: the tablet " + ONE + " is enrolled a second time");
    }

    @Test
    void enrolmentBehindTheEndIsFound() {
        tablets.end().enrol(1);

        assertThat(findings(log))
                .containsExactly("entry 7: TabletEnrolled does not stand in its place: the poll 'p' is open and its"
                        + " vote ended");
    }

    @Test
    void enrolmentBehindTheCloseIsFound() {
        poll.close(3);
        tablets.enrol(1);

        assertThat(findings(log))
                .containsExactly("entry 8: TabletEnrolled does not stand in its place: the poll 'p' is closed");
    }

    @Test
    void secondEndIsFound() {
        tablets.end().end();

        assertThat(findings(log))
                .containsExactly("entry 7: VotingEnded does not stand in its place: the poll 'p' is open and its vote"
                        + " ended");
    }

    @Test
    void endBehindTheCloseIsFound() {
        poll.close(3);
        tablets.end();

        assertThat(findings(log))
                .containsExactly("entry 8: VotingEnded does not stand in its place: the poll 'p' is closed");
    }

    @Test
    void tabletEmptiedBeforeTheEndIsFound() {
        tablets.enrol(1).empty(1);

        assertThat(findings(log))
                .containsExactly("entry 7: TabletEmptied does not stand in its place: the poll 'p' is open and its vote"
                        + " goes on");
    }

    @Test
    void tabletEmptiedBySomebodyOfTheStaffIsFound() {
        tablets.enrol(1).end().empty(1, ANNE);

        assertThat(findings(log))
                .containsExactly(
                        "entry 8: the tablet " + ONE + " does not speak for itself: the entry is by 'staff/anne'");
    }

    @Test
    void tabletEnrolledBySomebodyOfTheStaffIsFound() {
        tablets.enrol(1, ANNE);

        assertThat(findings(log))
                .containsExactly(
                        "entry 6: the tablet " + ONE + " does not speak for itself: the entry is by 'staff/anne'");
    }

    @Test
    void tabletEmptiedTwiceIsFound() {
        tablets.enrol(1).end().empty(1).empty(1);

        assertThat(findings(log)).containsExactly("entry 9: the tablet " + ONE + " is emptied already");
    }

    @Test
    void strangeTabletIsFound() {
        tablets.end().empty(1).ask(1, ANNE).writeOff(1);

        assertThat(findings(log))
                .containsExactly(
                        "entry 7: the tablet " + ONE + " takes no part in the poll 'p'",
                        "entry 8: the tablet " + ONE + " takes no part in the poll 'p'",
                        "entry 9: the tablet " + ONE + " takes no part in the poll 'p'",
                        "entry 9: the tablet " + ONE
                                + " is written off, but not directly behind the asking of a second person");
    }

    @Test
    void tabletWrittenOffByOnePersonIsFound() {
        tablets.enrol(1).end().askAndWriteOff(1, ANNE);

        assertThat(findings(log))
                .containsExactly("entry 9: the tablet " + ONE
                        + " is written off, but not directly behind the asking of a second person");
    }

    @Test
    void personWhoAsksTwiceIsFound() {
        tablets.enrol(1).end().ask(1, ANNE).ask(1, ANNE);

        assertThat(findings(log))
                .containsExactly("entry 9: 'staff/anne' gives up the tablet " + ONE + " a second time");
    }

    @Test
    void tabletWrittenOffByAnotherCommandIsFound() {
        tablets.enrol(1).end().ask(1, ANNE).ask(1, BRUNO).writeOff(1);

        assertThat(findings(log))
                .containsExactly("entry 10: the tablet " + ONE
                        + " is written off, but not directly behind the asking of a second person");
    }

    @Test
    void anotherTabletThanTheOneGivenUpIsFound() {
        tablets.enrol(1).enrol(2).end().ask(2, ANNE).askAndWriteOff(2, 1, BRUNO);

        assertThat(findings(log))
                .containsExactlyInAnyOrderElementsOf(List.of(
                        "entry 11: the tablet " + ONE
                                + " is written off, but not directly behind the asking of a second person",
                        "entry 10: two persons have given up the tablet " + ExampleTablets.name(2)
                                + ", but the log does not write it off"));
    }

    @Test
    void tabletGivenUpByTwoWithoutAVerdictIsFound() {
        tablets.enrol(1).end().ask(1, ANNE).ask(1, BRUNO);

        assertThat(findings(log))
                .containsExactly(
                        "entry 9: two persons have given up the tablet " + ONE + ", but the log does not write it off");
    }

    @Test
    void askingInTheNameOfSomebodyElseIsFound() {
        log.alter("urne.poll.TabletWriteOffAsked.v1", 0, entry -> entry.put("by", BRUNO));
        tablets.enrol(1).end().ask(1, ANNE);

        assertThat(findings(log))
                .containsExactly("entry 8: the tablet " + ONE
                        + " is given up by 'staff/anne', but the entry is by 'staff/bruno'");
    }

    @Test
    void askingBeforeTheEndIsFound() {
        tablets.enrol(1).ask(1, ANNE);

        assertThat(findings(log))
                .containsExactly("entry 7: TabletWriteOffAsked does not stand in its place: the poll 'p' is open and"
                        + " its vote goes on");
    }

    @Test
    void givenUpAfterItWasEmptiedIsFound() {
        tablets.enrol(1).end().empty(1).ask(1, ANNE);

        assertThat(findings(log)).containsExactly("entry 9: the tablet " + ONE + " is emptied already");
    }

    @Test
    void emptiedAfterItWasWrittenOffIsFound() {
        tablets.enrol(1).end().ask(1, ANNE).askAndWriteOff(1, BRUNO).empty(1);

        assertThat(findings(log)).containsExactly("entry 11: the tablet " + ONE + " is written off already");
    }

    @Test
    void malformedTabletsAreFound() {
        log.alter("urne.poll.TabletEnrolled.v1", 0, entry -> entry.put("data", Map.of("poll", "p", "tablet", "1")));
        tablets.enrol(1);

        assertThat(findings(log)).anyMatch(finding -> finding.startsWith("entry 6: data member 'tablet' "));
    }
}
