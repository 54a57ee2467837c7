package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.council.Motion.Divided;
import eu.urne.engine.council.MotionCommand.CastVote;
import eu.urne.engine.council.MotionCommand.CorrectVote;
import eu.urne.engine.council.MotionCommand.CountHands;
import eu.urne.engine.council.MotionCommand.DeclareMotion;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.MotionEvent.HandsAgreed;
import eu.urne.engine.council.MotionEvent.HandsCounted;
import eu.urne.engine.council.MotionEvent.MotionDeclared;
import eu.urne.engine.council.MotionEvent.VoteCast;
import eu.urne.engine.council.MotionEvent.VoteCorrected;
import eu.urne.engine.council.Vote;
import eu.urne.engine.council.VoteCount;
import eu.urne.engine.council.Voting;
import eu.urne.engine.poll.MotionRule.Casting;
import eu.urne.engine.poll.MotionRule.Majority;
import java.util.Optional;

/** What happens to a motion while it is voted on. */
final class Ballots {

    private Ballots() {}

    static Decision<MotionEvent> cast(Divided motion, CastVote command) {
        Optional<Decision<MotionEvent>> against = notCalled(motion, command.seat());
        if (against.isPresent()) {
            return against.get();
        }
        Vote known = motion.votes().get(command.seat());
        if (known == null) {
            return Decision.accept(new VoteCast(command.council(), command.motion(), command.seat(), command.vote()));
        }
        return known == command.vote()
                ? MotionDecider.unchanged()
                : Decision.refuse(
                        EXISTS,
                        "seat: " + command.seat() + " has voted otherwise; what was noted wrongly is corrected,"
                                + " with a reason");
    }

    private static Optional<Decision<MotionEvent>> notCalled(Divided motion, int seat) {
        if (motion.terms().voting() != Voting.ROLL_CALL) {
            return Optional.of(Decision.refuse(WRONG_STATE, "vote: no roll is called on this motion"));
        }
        return motion.division().has(seat)
                ? Optional.empty()
                : Optional.of(Decision.refuse(UNKNOWN, "seat: " + seat + " has no vote on this motion"));
    }

    static Decision<MotionEvent> correct(Divided motion, CorrectVote command) {
        Optional<Decision<MotionEvent>> against = notCalled(motion, command.seat());
        if (against.isPresent()) {
            return against.get();
        }
        Vote known = motion.votes().get(command.seat());
        if (known == null) {
            return Decision.refuse(WRONG_STATE, "seat: " + command.seat() + " has not voted yet");
        }
        String reason = command.reason().strip();
        if (!Reasons.isGiven(reason)) {
            return Decision.refuse(INVALID, "reason: a vote is corrected with 1 to " + Reasons.MOST + " characters");
        }
        return known == command.vote()
                ? MotionDecider.unchanged()
                : Decision.accept(
                        new VoteCorrected(command.council(), command.motion(), command.seat(), command.vote(), reason));
    }

    static Decision<MotionEvent> count(Divided motion, CountHands command) {
        if (motion.terms().voting() != Voting.HANDS) {
            return Decision.refuse(WRONG_STATE, "vote: no hands are counted on this motion");
        }
        if (motion.agreed()) {
            return Decision.refuse(WRONG_STATE, "vote: two persons have counted alike already");
        }
        VoteCount votes = command.count();
        int most = motion.division().ballots().size();
        if (votes.total() > most) {
            return Decision.refuse(
                    INVALID,
                    "votes: for, against and abstained are " + votes.total() + " together, and " + most + " may vote");
        }
        if (command.casting() != Casting.NONE && votes.inFavour() != votes.against()) {
            return Decision.refuse(INVALID, "casting: the chair's vote counts where as many are for as against");
        }
        HandsCounted counted =
                new HandsCounted(command.council(), command.motion(), command.by(), votes, command.casting());
        HandsCounted before = motion.counted();
        boolean agreed = before != null
                && !before.by().equals(command.by())
                && before.votes().equals(votes)
                && before.casting() == command.casting();
        return agreed
                ? Decision.accept(
                        counted, new HandsAgreed(command.council(), command.motion(), votes, command.casting()))
                : Decision.accept(counted);
    }

    static Decision<MotionEvent> declare(Divided motion, DeclareMotion command) {
        return switch (motion.terms().voting()) {
            case ROLL_CALL ->
                declare(
                        motion,
                        command,
                        VoteCount.of(motion.votes().values()),
                        command.casting() ? chair(motion) : Casting.NONE);
            case HANDS ->
                motion.agreed() && motion.counted() != null
                        ? declare(
                                motion,
                                command,
                                motion.counted().votes(),
                                command.casting() ? motion.counted().casting() : Casting.NONE)
                        : Decision.refuse(WRONG_STATE, "vote: two persons have not counted alike yet");
            case SECRET ->
                command.secret() == null
                        ? Decision.refuse(
                                WRONG_STATE,
                                "vote: the outcome of the poll "
                                        + motion.division().poll() + " is not declared yet")
                        : declare(motion, command, command.secret(), Casting.NONE);
        };
    }

    private static Casting chair(Divided motion) {
        Vote vote = motion.votes().get(motion.division().chair());
        return vote == Vote.FOR ? Casting.FOR : vote == Vote.AGAINST ? Casting.AGAINST : Casting.NONE;
    }

    private static Decision<MotionEvent> declare(
            Divided motion, DeclareMotion command, VoteCount votes, Casting chair) {
        Majority majority = motion.terms().majority();
        MotionResult result = MotionResult.of(majority, motion.division(), votes, chair);
        return Decision.accept(new MotionDeclared(
                command.council(),
                command.motion(),
                votes,
                motion.division().ballots().size() - votes.total(),
                result.quorum(),
                result.casting(),
                result.carried()));
    }
}
