package eu.urne.engine.council.internal;

import eu.urne.engine.council.Division;
import eu.urne.engine.council.VoteCount;
import eu.urne.engine.poll.MotionRule.Casting;
import eu.urne.engine.poll.MotionRule.Majority;

/**
 * The arithmetic of a motion (docs/formats/events.md, section 3.6; councils.md, section 7).
 *
 * @param quorum whether enough were there
 * @param casting whether the chair's vote decided
 */
record MotionResult(boolean quorum, boolean casting, boolean carried) {

    /**
     * The result of these votes.
     *
     * @param chair what the chair says where as many are for as against; {@code NONE} where that does not count
     */
    static MotionResult of(Majority majority, Division division, VoteCount votes, Casting chair) {
        boolean quorum = division.present() >= division.quorum();
        boolean casting = majority == Majority.SIMPLE && votes.inFavour() == votes.against() && chair != Casting.NONE;
        boolean enough =
                switch (majority) {
                    case SIMPLE -> votes.inFavour() > votes.against() || (casting && chair == Casting.FOR);
                    case ABSOLUTE -> 2 * votes.inFavour() > division.members();
                    case TWO_THIRDS -> votes.inFavour() > 0 && votes.inFavour() >= 2 * votes.against();
                    case UNANIMITY -> votes.inFavour() > 0 && votes.against() == 0;
                };
        return new MotionResult(quorum, casting, quorum && enough);
    }
}
