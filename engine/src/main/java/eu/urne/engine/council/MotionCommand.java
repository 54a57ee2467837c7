package eu.urne.engine.council;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.poll.MotionRule.Casting;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a motion. A seat is a number from 1; 0 as mover is the city. */
public sealed interface MotionCommand {

    /** The council. */
    CouncilId council();

    /** The motion. */
    MotionId motion();

    /** Name of the motion's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return motion().stream(council());
    }

    /** Put a motion. */
    record PutMotion(CouncilId council, MotionId motion, MotionTerms terms) implements MotionCommand {}

    /** Propose to change its text. */
    record PutAmendment(CouncilId council, MotionId motion, int amendment, int mover, BlobHash text)
            implements MotionCommand {}

    /** Record the show of hands on an amendment. */
    record DecideAmendment(CouncilId council, MotionId motion, int amendment, VoteCount count)
            implements MotionCommand {}

    /** Give the text with an adopted amendment in it. */
    record ReviseText(CouncilId council, MotionId motion, int amendment, BlobHash text) implements MotionCommand {}

    /** Record that a member has an interest in the matter. */
    record DeclareConflict(CouncilId council, MotionId motion, int seat) implements MotionCommand {}

    /** Open the vote for these. */
    record OpenVote(CouncilId council, MotionId motion, Division division) implements MotionCommand {}

    /** Record a member's vote in a roll call. */
    record CastVote(CouncilId council, MotionId motion, int seat, Vote vote) implements MotionCommand {}

    /** Correct a vote that was noted wrongly. */
    record CorrectVote(CouncilId council, MotionId motion, int seat, Vote vote, String reason)
            implements MotionCommand {}

    /**
     * Record hands that somebody has counted.
     *
     * @param by who counted, as the origin of the command says
     * @param casting the chair's vote at a tie
     */
    record CountHands(CouncilId council, MotionId motion, String by, VoteCount count, Casting casting)
            implements MotionCommand {}

    /**
     * Declare the result.
     *
     * @param casting whether the chair's vote decides in this council
     * @param secret the counts of the poll of a secret vote; null for other votes
     */
    record DeclareMotion(
            CouncilId council,
            MotionId motion,
            boolean casting,
            @Nullable VoteCount secret) implements MotionCommand {}

    /** Withdraw it before the vote. */
    record WithdrawMotion(CouncilId council, MotionId motion, String reason) implements MotionCommand {}

    /** Give the city's answer to an opinion. */
    record AnswerOpinion(CouncilId council, MotionId motion, OpinionAnswer answer, BlobHash text)
            implements MotionCommand {}
}
