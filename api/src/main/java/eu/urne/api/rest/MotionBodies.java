package eu.urne.api.rest;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.MotionTerms;
import eu.urne.engine.council.OpinionAnswer;
import eu.urne.engine.council.Vote;
import eu.urne.engine.council.VoteCount;
import eu.urne.engine.council.Voting;
import eu.urne.engine.poll.MotionRule.Casting;
import eu.urne.engine.poll.MotionRule.Majority;
import org.jspecify.annotations.Nullable;

/** What the staff sends about motions. A seat is a number from 1; 0 as mover is the city. */
final class MotionBodies {

    private MotionBodies() {}

    /**
     * A motion to put.
     *
     * @param meeting at which it is voted on
     * @param majority null for that of the council's procedure
     * @param advisory whether it is an opinion to the city, which answers
     * @param answerDays within so many days; null for none
     */
    record MotionBody(
            MotionId motion,
            String title,
            String text,
            int mover,
            MeetingId meeting,
            @Nullable Majority majority,
            Voting voting,
            boolean advisory,
            @Nullable Integer answerDays) {

        /** The terms, with what a procedure says where nothing else is said. */
        MotionTerms terms(BlobHash blob, Majority usual) {
            return new MotionTerms(
                    title,
                    blob,
                    mover,
                    meeting,
                    majority == null ? usual : majority,
                    voting,
                    advisory,
                    answerDays == null ? 0 : answerDays);
        }
    }

    /**
     * An amendment to put.
     *
     * @param amendment its number, from 1
     */
    record AmendmentBody(int amendment, int mover, String text) {}

    /** A text with an adopted amendment in it. */
    record TextBody(String text) {}

    /** A member with an interest of its own. */
    record ConflictBody(int seat) {}

    /** A member's vote. */
    record VoteBody(int seat, Vote vote) {}

    /** A vote that was noted wrongly, as it was. */
    record CorrectionBody(Vote vote, String reason) {}

    /**
     * Hands that somebody has counted.
     *
     * @param casting the chair's vote where as many are for as against; null for none
     */
    record HandsBody(VoteCount votes, @Nullable Casting casting) {}

    /** What the city says to an opinion. */
    record OpinionBody(OpinionAnswer answer, String text) {}
}
