package eu.urne.api.desk;

import eu.urne.api.site.CouncilShelf;
import eu.urne.api.site.CouncilShelf.MeetingCard;
import eu.urne.api.site.CouncilShelf.MotionCard;
import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.Engine;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionId;
import java.util.List;

/** The meetings and motions of councils as the log has them now, for users who are not limited to sites. */
final class MeetingFiles {

    private final CouncilFiles councils;
    private final CouncilShelf shelf;

    /** The meetings of this engine. */
    MeetingFiles(Engine engine) {
        this.councils = new CouncilFiles(engine);
        this.shelf = new CouncilShelf(engine);
    }

    /**
     * A meeting with its council.
     *
     * @param seats those held on its day, in order
     */
    record Sheet(Established council, MeetingCard card, List<Integer> seats) {

        /** What is known of the meeting. */
        public Meeting.Facts facts() {
            return card.meeting().facts();
        }
    }

    /**
     * A council.
     *
     * @throws ProblemException if there is none of that name, or the user is limited to sites
     */
    Established council(CouncilId id, DeskUser user) {
        return councils.council(id, user);
    }

    /** The meetings of a council by their days. */
    List<MeetingCard> meetings(CouncilId council) {
        return shelf.meetings(council);
    }

    /** The motions of a council. */
    List<MotionCard> motions(CouncilId council) {
        return shelf.motions(council);
    }

    /**
     * A meeting.
     *
     * @throws ProblemException if there is none of that name, or the user is limited to sites
     */
    Sheet meeting(CouncilId council, MeetingId id, DeskUser user) {
        Established known = council(council, user);
        MeetingCard card = shelf.meeting(council, id)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "meeting: the council " + council + " has no meeting " + id));
        return new Sheet(known, card, seats(known, card.meeting()));
    }

    private static List<Integer> seats(Established council, Meeting.Known meeting) {
        return switch (meeting) {
            case Meeting.Open open -> open.held();
            case Meeting.Closed closed -> closed.held();
            case Meeting.Called called -> council.held(called.facts().call().day());
            case Meeting.CalledOff calledOff ->
                council.held(calledOff.facts().call().day());
        };
    }

    /**
     * A motion.
     *
     * @throws ProblemException if there is none of that name, or the user is limited to sites
     */
    MotionCard motion(CouncilId council, MotionId id, DeskUser user) {
        council(council, user);
        return shelf.motion(council, id)
                .orElseThrow(() -> new ProblemException(
                        Problem.UNKNOWN, "motion: the council " + council + " has no motion " + id));
    }

    /** The meeting to which a motion is put. */
    Sheet meetingOf(CouncilId council, MotionCard motion, DeskUser user) {
        return meeting(council, motion.terms().meeting(), user);
    }
}
