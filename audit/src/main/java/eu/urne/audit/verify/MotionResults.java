package eu.urne.audit.verify;

import eu.urne.audit.council.Division;
import eu.urne.audit.council.MotionTerms;
import eu.urne.audit.council.MotionTerms.Voting;
import eu.urne.audit.council.Votes;
import eu.urne.audit.event.Definition;
import eu.urne.audit.event.MotionEvent.HandsCounted;
import eu.urne.audit.event.MotionEvent.MotionDeclared;
import eu.urne.audit.event.MotionEvent.Vote;
import eu.urne.audit.tally.OptionResult;
import eu.urne.audit.tally.Rule.Casting;
import eu.urne.audit.tally.Rule.CouncilMotion;
import eu.urne.audit.tally.Rule.Majority;
import eu.urne.audit.tally.Verdict;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts motions anew, by votes, hands or their poll, and compares. */
final class MotionResults {
    private final MeetingBook meetings;
    private final PollBook polls;

    MotionResults(MeetingBook meetings, PollBook polls) {
        this.meetings = meetings;
        this.polls = polls;
    }

    void check(MotionTrail motion, Place place, MotionDeclared event) {
        MotionTerms terms = Objects.requireNonNull(motion.terms);
        Division division = Objects.requireNonNull(motion.division);
        Votes votes = votes(motion, place);
        if (votes == null) {
            return;
        }
        motion.protest.demand(event.votes().equals(votes), place, "is declared with other votes than " + votes.words());
        Casting chair = chair(motion, terms.voting());
        boolean casting =
                terms.majority() == Majority.SIMPLE && votes.inFavour() == votes.against() && chair != Casting.NONE;
        boolean enough =
                switch (terms.majority()) {
                    case SIMPLE -> votes.inFavour() > votes.against() || (casting && chair == Casting.FOR);
                    case ABSOLUTE -> 2 * votes.inFavour() > division.members();
                    case TWO_THIRDS -> votes.inFavour() > 0 && votes.inFavour() >= 2 * votes.against();
                    case UNANIMITY -> votes.inFavour() > 0 && votes.against() == 0;
                };
        boolean quorum = division.present() >= division.quorum();
        boolean good = event.quorum() == quorum
                && event.casting() == casting
                && event.carried() == (quorum && enough)
                && event.silent() == division.ballots().size() - votes.all();
        motion.protest.demand(
                good,
                place,
                "is declared " + (event.carried() ? "carried" : "lost") + ", but " + votes.words() + " of "
                        + division.ballots().size() + " votes and " + division.members() + " members make it "
                        + (quorum && enough ? "carried" : "lost")
                        + (casting ? " by the chair's vote" : ""));
    }

    private @Nullable Votes votes(MotionTrail motion, Place place) {
        return switch (Objects.requireNonNull(motion.terms).voting()) {
            case ROLL_CALL ->
                new Votes(count(motion, Vote.FOR), count(motion, Vote.AGAINST), count(motion, Vote.ABSTAIN));
            case HANDS -> {
                HandsCounted counted = motion.counted;
                motion.protest.demand(motion.agreed, place, "is declared before two persons have counted hands alike");
                yield counted == null ? null : counted.votes();
            }
            case SECRET -> secret(motion, place);
        };
    }

    private static int count(MotionTrail motion, Vote vote) {
        return (int) motion.votes.values().stream().filter(vote::equals).count();
    }

    private Casting chair(MotionTrail motion, Voting voting) {
        MeetingTrail meeting = meetings.find(
                motion.council, Objects.requireNonNull(motion.terms).meeting());
        if (meeting == null || meeting.procedure == null || !meeting.procedure.casting()) {
            return Casting.NONE;
        }
        return switch (voting) {
            case ROLL_CALL -> {
                Vote vote =
                        motion.votes.get(Objects.requireNonNull(motion.division).chair());
                yield vote == Vote.FOR ? Casting.FOR : vote == Vote.AGAINST ? Casting.AGAINST : Casting.NONE;
            }
            case HANDS -> motion.counted == null ? Casting.NONE : motion.counted.casting();
            case SECRET -> Casting.NONE;
        };
    }

    private @Nullable Votes secret(MotionTrail motion, Place place) {
        Division division = Objects.requireNonNull(motion.division);
        Poll poll = division.poll() == null ? null : polls.find(division.poll());
        if (poll == null || poll.phase != Poll.Phase.DECLARED || poll.declaredResults.size() != 1) {
            motion.protest.wrong(place, "is declared before the outcome of its poll '" + division.poll() + "'");
            return null;
        }
        CouncilMotion due =
                new CouncilMotion(Objects.requireNonNull(motion.terms).majority(), division.members(), 0, Casting.NONE);
        Optional<Definition> definition = poll.definition();
        motion.protest.demand(
                definition.isEmpty() || definition.get().rule().equals(due),
                place,
                "has a poll with another rule than its majority, " + division.members()
                        + " members and no chair's vote");
        motion.protest.demand(
                poll.cards() == division.ballots().size(),
                place,
                "has a poll with " + poll.cards() + " cards for "
                        + division.ballots().size() + " votes");
        OptionResult result = poll.declaredResults.getFirst();
        Verdict.Vote vote = result.verdict() instanceof Verdict.Carried(Verdict.Vote carried)
                ? carried
                : result.verdict() instanceof Verdict.Lost(Verdict.Vote lost) ? lost : null;
        if (vote == null) {
            motion.protest.wrong(place, "has a poll that is not counted as a motion");
            return null;
        }
        return new Votes((int) result.score(), (int) vote.against(), (int) vote.abstained());
    }
}
