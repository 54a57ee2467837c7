package eu.urne.engine.council;

import static eu.urne.engine.council.CouncilCity.YOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.MeetingCommand.GiveProxy;
import eu.urne.engine.council.MeetingCommand.RecordAttendance;
import eu.urne.engine.council.Motion.Declared;
import eu.urne.engine.council.Motion.Divided;
import eu.urne.engine.council.MotionCommand.AnswerOpinion;
import eu.urne.engine.council.MotionCommand.CastVote;
import eu.urne.engine.council.MotionCommand.CorrectVote;
import eu.urne.engine.council.MotionCommand.CountHands;
import eu.urne.engine.council.MotionCommand.DecideAmendment;
import eu.urne.engine.council.MotionCommand.DeclareConflict;
import eu.urne.engine.council.MotionCommand.PutAmendment;
import eu.urne.engine.council.MotionCommand.PutMotion;
import eu.urne.engine.council.MotionCommand.ReviseText;
import eu.urne.engine.council.MotionCommand.WithdrawMotion;
import eu.urne.engine.council.MotionEvent.MotionDeclared;
import eu.urne.engine.poll.MotionRule.Casting;
import eu.urne.engine.poll.MotionRule.Majority;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A motion from being put to its result: five of six members are there, one of them with a proxy. */
class MotionLifeTest {

    private static final MeetingId JANUARY = new MeetingId("2027-01");
    private static final MotionId LAMPS = new MotionId("lamps");
    private static final BlobHash TEXT = new BlobHash("ab".repeat(32));
    private static final LocalDate DAY = LocalDate.of(2027, 1, 20);

    @TempDir
    Path folder;

    private CouncilCity city;

    @BeforeEach
    void start() {
        city = new CouncilCity(folder).drawn();
        MeetingCall call =
                new MeetingCall("Séance", DAY.minusDays(5), DAY, LocalTime.of(18, 30), "Mairie", false, null);
        city.accepted(origin -> city.engine().meetings().call(YOUTH, JANUARY, call, origin));
        city.accepted(origin -> city.engine().meetings().open(YOUTH, JANUARY, 1, origin));
        for (int seat = 1; seat <= 5; seat++) {
            city.accepted(new RecordAttendance(YOUTH, JANUARY, seat, Presence.ROOM));
        }
        city.accepted(new GiveProxy(YOUTH, JANUARY, 6, 2));
    }

    @AfterEach
    void stop() {
        city.close();
    }

    private void put(Majority majority, Voting voting, boolean advisory) {
        city.accepted(new PutMotion(
                YOUTH,
                LAMPS,
                new MotionTerms("Éclairage du parc", TEXT, 0, JANUARY, majority, voting, advisory, advisory ? 60 : 0)));
    }

    private void openVote() {
        city.accepted(origin -> city.engine().meetings().openVote(YOUTH, LAMPS, origin));
    }

    private MotionDeclared declared() {
        city.accepted(origin -> city.engine().meetings().declare(YOUTH, LAMPS, origin));
        return ((Declared) city.engine().meetings().motion(YOUTH, LAMPS)).result();
    }

    private void cast(Vote... votes) {
        for (int i = 0; i < votes.length; i++) {
            city.accepted(new CastVote(YOUTH, LAMPS, i + 1, votes[i]));
        }
    }

    private Answer count(String by, VoteCount count, Casting casting) {
        return city.engine()
                .commands()
                .send(
                        new CountHands(YOUTH, LAMPS, by, count, casting),
                        new CommandOrigin(city.origin().id(), by, city.origin().atMs()));
    }

    @Test
    void rollIsCalledUnderTheSeats() {
        put(Majority.SIMPLE, Voting.ROLL_CALL, false);
        city.refused(new CastVote(YOUTH, LAMPS, 1, Vote.FOR), "motion: lamps is not being voted on yet");
        openVote();
        cast(Vote.FOR, Vote.FOR, Vote.AGAINST, Vote.ABSTAIN, Vote.AGAINST, Vote.FOR);
        city.unchanged(new CastVote(YOUTH, LAMPS, 6, Vote.FOR));
        city.refused(
                new CastVote(YOUTH, LAMPS, 6, Vote.AGAINST),
                "seat: 6 has voted otherwise; what was noted wrongly is corrected, with a reason");
        city.refused(new CastVote(YOUTH, LAMPS, 7, Vote.FOR), "seat: 7 has no vote on this motion");
        assertThat(declared())
                .isEqualTo(new MotionDeclared(YOUTH, LAMPS, new VoteCount(3, 2, 1), 0, true, false, true));
    }

    @Test
    void chairDecidesWhereAsManyAreForAsAgainst() {
        put(Majority.SIMPLE, Voting.ROLL_CALL, false);
        openVote();
        cast(Vote.AGAINST, Vote.FOR, Vote.FOR, Vote.AGAINST);
        city.accepted(new CorrectVote(YOUTH, LAMPS, 4, Vote.ABSTAIN, "Mal entendu"));
        city.accepted(new CorrectVote(YOUTH, LAMPS, 4, Vote.AGAINST, "Bien entendu"));
        assertThat(declared())
                .isEqualTo(new MotionDeclared(YOUTH, LAMPS, new VoteCount(2, 2, 0), 2, true, true, false));
    }

    @Test
    void absoluteMajorityIsOfAllMembers() {
        put(Majority.ABSOLUTE, Voting.ROLL_CALL, false);
        openVote();
        cast(Vote.FOR, Vote.FOR, Vote.FOR);
        assertThat(declared().carried()).isFalse();
    }

    @Test
    void handsAreCountedAlikeByTwoPersons() {
        put(Majority.TWO_THIRDS, Voting.HANDS, false);
        openVote();
        assertThat(count("staff/one", new VoteCount(4, 2, 1), Casting.NONE))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> assertThat(
                                refused.refusal().sentence())
                        .isEqualTo("votes: for, against and abstained are 7 together, and 6 may vote"));
        count("staff/one", new VoteCount(4, 2, 0), Casting.NONE);
        count("staff/two", new VoteCount(4, 1, 0), Casting.NONE);
        city.refused(
                origin -> city.engine().meetings().declare(YOUTH, LAMPS, origin),
                "vote: two persons have not counted alike yet");
        count("staff/three", new VoteCount(4, 1, 0), Casting.NONE);
        assertThat(declared())
                .isEqualTo(new MotionDeclared(YOUTH, LAMPS, new VoteCount(4, 1, 0), 1, true, false, true));
    }

    @Test
    void whoIsInConflictNeitherVotesNorCountsAsPresent() {
        put(Majority.SIMPLE, Voting.ROLL_CALL, false);
        city.accepted(new DeclareConflict(YOUTH, LAMPS, 2));
        openVote();
        Division division = ((Divided) city.engine().meetings().motion(YOUTH, LAMPS)).division();
        assertThat(division.ballots().stream().map(MotionBallot::seat)).containsExactly(1, 3, 4, 5);
        assertThat(division.present()).isEqualTo(4);
    }

    @Test
    void voteNeedsAQuorum() {
        put(Majority.SIMPLE, Voting.ROLL_CALL, false);
        List.of(1, 2, 3).forEach(seat -> city.accepted(new RecordAttendance(YOUTH, JANUARY, seat, Presence.LEFT)));
        city.refused(
                origin -> city.engine().meetings().openVote(YOUTH, LAMPS, origin),
                "quorum: 3 members are needed and 2 are there and not in conflict");
    }

    @Test
    void adoptedAmendmentsAreInTheTextBeforeTheVote() {
        put(Majority.SIMPLE, Voting.HANDS, false);
        city.accepted(new PutAmendment(YOUTH, LAMPS, 1, 3, TEXT));
        city.accepted(new PutAmendment(YOUTH, LAMPS, 2, 4, TEXT));
        city.refused(
                new PutAmendment(YOUTH, LAMPS, 4, 4, TEXT),
                "amendment: the next one is number 3 of at most 100, not 4");
        city.accepted(new DecideAmendment(YOUTH, LAMPS, 1, new VoteCount(3, 2, 1)));
        city.refused(
                origin -> city.engine().meetings().openVote(YOUTH, LAMPS, origin),
                "amendment: number 1 is adopted, and not in the text yet");
        city.accepted(new ReviseText(YOUTH, LAMPS, 1, TEXT));
        city.accepted(new DecideAmendment(YOUTH, LAMPS, 2, new VoteCount(3, 3, 0)));
        city.refused(
                new ReviseText(YOUTH, LAMPS, 2, TEXT),
                "amendment: number 2 is not an adopted one that waits to be written into the text");
        openVote();
        assertThat(((Divided) city.engine().meetings().motion(YOUTH, LAMPS))
                        .division()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void secretVoteIsAPoll() {
        put(Majority.SIMPLE, Voting.SECRET, false);
        openVote();
        Divided divided = (Divided) city.engine().meetings().motion(YOUTH, LAMPS);
        assertThat(divided.division().poll()).hasToString("youth-lamps");
        assertThat(city.engine().polls().hasRule(divided.division().poll())).isFalse();
        city.refused(new CastVote(YOUTH, LAMPS, 1, Vote.FOR), "vote: no roll is called on this motion");
        city.refused(
                origin -> city.engine().meetings().declare(YOUTH, LAMPS, origin),
                "vote: the outcome of the poll youth-lamps is not declared yet");
    }

    @Test
    void cityAnswersAnOpinionThatWasCarried() {
        put(Majority.UNANIMITY, Voting.ROLL_CALL, true);
        openVote();
        city.refused(new AnswerOpinion(YOUTH, LAMPS, OpinionAnswer.PARTLY, TEXT), "motion: lamps is being voted on");
        cast(Vote.FOR, Vote.FOR);
        assertThat(declared().carried()).isTrue();
        city.accepted(new AnswerOpinion(YOUTH, LAMPS, OpinionAnswer.PARTLY, TEXT));
        city.unchanged(new AnswerOpinion(YOUTH, LAMPS, OpinionAnswer.PARTLY, TEXT));
        city.accepted(new AnswerOpinion(YOUTH, LAMPS, OpinionAnswer.FOLLOWED, TEXT));
    }

    @Test
    void motionIsWithdrawnBeforeTheVote() {
        put(Majority.SIMPLE, Voting.HANDS, false);
        city.accepted(new WithdrawMotion(YOUTH, LAMPS, "Autre texte"));
        city.refused(
                origin -> city.engine().meetings().openVote(YOUTH, LAMPS, origin),
                "motion: lamps of the council youth is not debated");
    }

    @Test
    void meetingWaitsForOpenVotes() {
        put(Majority.SIMPLE, Voting.HANDS, false);
        openVote();
        city.refused(
                origin -> city.engine().meetings().close(YOUTH, JANUARY, origin),
                "motion: the vote on lamps is still open");
    }
}
