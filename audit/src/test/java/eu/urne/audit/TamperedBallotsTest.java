package eu.urne.audit;

import static eu.urne.audit.example.ExampleBytes.base64;
import static eu.urne.audit.example.ExampleBytes.join;
import static eu.urne.audit.example.ExampleElection.favourite;
import static eu.urne.audit.example.MemoryEvidence.findings;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.audit.example.ExampleKey;
import eu.urne.audit.example.ExampleLog;
import eu.urne.audit.example.ExamplePoll;
import eu.urne.audit.example.MemoryEvidence;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ballots that must not count are found (check 9). The poll is opened by entry 5; ballots stand from entry 6 on. */
class TamperedBallotsTest {
    private static final String CAST = "urne.poll.BallotCast.v1";

    private final ExampleLog log = new ExampleLog("vote.example.org");
    private ExamplePoll poll = new ExamplePoll(log, "p", "FAVOURITE", Map.of(), 1, 2);

    @BeforeEach
    void openPoll() {
        log.genesis();
        poll.define().cards("all", 5).open();
    }

    @Test
    void goodBallotsAreVerified() {
        poll.cast(0, favourite(0)).cast(1, favourite(1));

        assertThat(findings(log)).isEmpty();
    }

    @Test
    void ballotBehindTheCloseIsFound() {
        poll.close(0).cast(0, favourite(0));

        assertThat(findings(log)).containsExactly("entry 8: a ballot stands behind the close of the poll 'p'");
    }

    @Test
    void ballotBeforeTheOpeningIsFound() {
        ExampleLog early = new ExampleLog("vote.example.org").genesis();
        new ExamplePoll(early, "p", "FAVOURITE", Map.of(), 1, 2)
                .define()
                .cards("all", 5)
                .cast(0, favourite(0));

        assertThat(findings(early)).containsExactly("entry 4: a ballot stands before the opening of the poll 'p'");
    }

    @Test
    void secondBallotOfATokenIsFound() {
        poll.cast(0, favourite(0)).cast(0, favourite(1));

        assertThat(findings(log)).containsExactly("entry 7: the token of the ballot has voted already, in entry 6");
    }

    @Test
    void newVoteWhereThereIsNoneIsFound() {
        poll.cast(0, 1, favourite(0));

        assertThat(findings(log)).containsExactly("entry 6: the ballot has the seq 1, but nobody votes again");
    }

    @Test
    void tokenWithoutACardIsFound() {
        ExampleKey stranger = new ExampleKey("token", "stranger");
        poll.append(stranger, stranger, 0, poll.seal(stranger, 0, favourite(0)));

        assertThat(findings(log)).containsExactly("entry 6: the token of the ballot is not authorised");
    }

    @Test
    void tokenOfAnotherPollIsFound() {
        ExamplePoll other = new ExamplePoll(log, "q", "FAVOURITE", Map.of(), 1, 2);
        other.define().cards("all", 1);
        ExampleKey token = other.tokens().getFirst();
        poll.append(token, token, 0, poll.seal(token, 0, favourite(0)));

        assertThat(findings(log)).containsExactly("entry 9: the token of the ballot is not authorised");
    }

    @Test
    void ballotThatAnotherTokenSignedIsFound() {
        ExampleKey token = poll.tokens().getFirst();
        poll.append(token, poll.tokens().get(1), 0, poll.seal(token, 0, favourite(0)));

        assertThat(findings(log)).containsExactly("entry 6: the signature of the ballot's token does not fit");
    }

    @Test
    void changedChoiceIsFound() {
        byte[][] other = poll.seal(poll.tokens().getFirst(), 0, favourite(1));
        log.alter(CAST, 0, entry -> data(entry).put("ct", base64(other[0])));
        poll.cast(0, favourite(0));

        assertThat(findings(log))
                .containsExactly(
                        "entry 6: the signature of the ballot's token does not fit",
                        "entry 6: the cause is not the id of the ballot");
    }

    @Test
    void causeThatIsNotTheBallotsIdIsFound() {
        poll.cast(0, favourite(0));
        Map<String, Object> entry = ExampleLog.parsed(log.entries().removeLast());
        ExampleLog other = new ExampleLog("vote.example.org");
        other.append("another-cause", (String) entry.get("stream"), CAST, data(entry));
        log.entries().add(other.entries().getFirst());

        assertThat(findings(log)).containsExactly("entry 6: the cause is not the id of the ballot");
    }

    @Test
    void copiedEncapsulatedKeyIsFound() {
        byte[][] sealed = poll.seal(poll.tokens().getFirst(), 0, favourite(0));
        poll.castSealed(0, 0, sealed).castSealed(1, 0, sealed);

        assertThat(findings(log)).containsExactly("entry 7: the 'enc' of the ballot has been used before");
    }

    @Test
    void choiceOfAnotherWidthIsFound() {
        poll.cast(0, join(favourite(0), (byte) 0));

        assertThat(findings(log)).containsExactly("entry 6: the 'ct' of the ballot has 21 bytes instead of 20");
    }

    @Test
    void timeOfABallotIsFound() {
        log.alter(CAST, 0, entry -> entry.put("at", 1_700_000_123_456L));
        poll.cast(0, favourite(0));

        assertThat(findings(log)).containsExactly("entry 6: entry member 'at' tells more than the day");
    }

    @Test
    void ballotOfTheStaffIsFound() {
        log.alter(CAST, 0, entry -> entry.put("by", "staff/7f3a"));
        poll.cast(0, favourite(0));

        assertThat(findings(log))
                .containsExactly(
                        "entry 6: entry member 'by' is 'staff/7f3a', but ballots come from 'booth', 'home' or 'paper'");
    }

    @Test
    void ballotInTheStreamOfAnotherTokenIsFound() {
        log.alter(CAST, 0, entry -> entry.put("stream", "ballot/p/" + "00".repeat(32)));
        poll.cast(0, favourite(0));

        assertThat(findings(log))
                .containsExactly("entry 6: an event of type urne.poll.BallotCast.v1 does not belong into the stream"
                        + " 'ballot/p/" + "00".repeat(32) + "' as number 0");
    }

    @Test
    void ballotOfAPollThatIsNotDefinedIsFound() {
        ExamplePoll ghost = new ExamplePoll(new ExampleLog("x").genesis(), "ghost", "FAVOURITE", Map.of(), 1, 2);
        ghost.define().cards("all", 1);
        poll = new ExamplePoll(log, "ghost", "FAVOURITE", Map.of(), 1, 2);
        ExampleKey token = ghost.tokens().getFirst();
        poll.append(token, token, 0, ghost.seal(token, 0, favourite(0)));

        assertThat(findings(log)).containsExactly("entry 6: a ballot of the poll 'ghost', which is not defined");
    }

    @Test
    void unknownSuiteIsFound() {
        log.alter(CAST, 0, entry -> data(entry).put("suite", 2));
        poll.cast(0, favourite(0));

        assertThat(findings(log)).containsExactly("entry 6: data member 'suite' is 2, not between 1 and 1");
    }

    @Test
    void encapsulatedKeyOutsideTheCurveIsANullBallot() {
        byte[][] sealed = poll.seal(poll.tokens().getFirst(), 0, favourite(0));
        sealed[1][64] ^= 1;
        poll.castSealed(0, 0, sealed).cast(1, favourite(0)).close(0).seal().reveal();

        Report report = MemoryEvidence.report(log.files());

        assertThat(report.findings()).isEmpty();
        assertThat(report.polls().getFirst().opened()).isEqualTo(new PollReport.Opened(1, 0, 1));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(Map<String, Object> entry) {
        return (Map<String, Object>) entry.get("data");
    }
}
