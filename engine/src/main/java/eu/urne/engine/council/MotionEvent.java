package eu.urne.engine.council;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.poll.MotionRule.Casting;

/** What happens to a motion (docs/formats/councils.md, section 7). */
public sealed interface MotionEvent {

    /** The council. */
    CouncilId council();

    /** The motion. */
    MotionId motion();

    /** A motion is put. */
    record MotionPut(CouncilId council, MotionId motion, MotionTerms terms) implements MotionEvent {}

    /** A change of its text is proposed. */
    record AmendmentPut(CouncilId council, MotionId motion, int amendment, int mover, BlobHash text)
            implements MotionEvent {}

    /** Hands were shown on an amendment. */
    record AmendmentDecided(CouncilId council, MotionId motion, int amendment, VoteCount votes, boolean adopted)
            implements MotionEvent {}

    /** The text has an adopted amendment in it. */
    record TextRevised(CouncilId council, MotionId motion, int amendment, int version, BlobHash text)
            implements MotionEvent {}

    /** A member has an interest in the matter. */
    record ConflictDeclared(CouncilId council, MotionId motion, int seat) implements MotionEvent {}

    /** The vote is open for these. */
    record VoteOpened(CouncilId council, MotionId motion, Division division) implements MotionEvent {}

    /** A member's vote in a roll call. */
    record VoteCast(CouncilId council, MotionId motion, int seat, Vote vote) implements MotionEvent {}

    /** A vote that was noted wrongly. */
    record VoteCorrected(CouncilId council, MotionId motion, int seat, Vote vote, String reason)
            implements MotionEvent {}

    /** Hands as somebody counted them. */
    record HandsCounted(CouncilId council, MotionId motion, String by, VoteCount votes, Casting casting)
            implements MotionEvent {}

    /** Hands as two persons counted them. */
    record HandsAgreed(CouncilId council, MotionId motion, VoteCount votes, Casting casting) implements MotionEvent {}

    /**
     * The result.
     *
     * @param silent votes that were not given
     * @param quorum whether enough were there
     * @param casting whether the chair's vote decided
     */
    record MotionDeclared(
            CouncilId council,
            MotionId motion,
            VoteCount votes,
            int silent,
            boolean quorum,
            boolean casting,
            boolean carried)
            implements MotionEvent {}

    /** There is no vote. */
    record MotionWithdrawn(CouncilId council, MotionId motion, String reason) implements MotionEvent {}

    /** What the city does with it. */
    record OpinionAnswered(CouncilId council, MotionId motion, OpinionAnswer answer, BlobHash text)
            implements MotionEvent {}
}
