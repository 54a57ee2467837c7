package eu.urne.engine.council;

import eu.urne.engine.poll.Hash;
import java.util.List;

/**
 * The part of the log for which minutes stand (docs/formats/councils.md, section 9.1).
 *
 * @param motions those put to the meeting, by their ids
 */
public record MinutesFacts(OfMeeting meeting, List<OfMotion> motions) {

    /** Copies the list. */
    public MinutesFacts {
        motions = List.copyOf(motions);
    }

    /**
     * The stream of the meeting.
     *
     * @param events how many of them
     * @param root of the tree over their leaf hashes
     */
    public record OfMeeting(long events, Hash root) {}

    /**
     * The stream of a motion.
     *
     * @param events how many of them
     * @param root of the tree over their leaf hashes
     */
    public record OfMotion(MotionId motion, long events, Hash root) {}
}
