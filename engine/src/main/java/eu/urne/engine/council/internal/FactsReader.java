package eu.urne.engine.council.internal;

import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MinutesFacts;
import eu.urne.engine.council.MinutesFacts.OfMeeting;
import eu.urne.engine.council.MinutesFacts.OfMotion;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.log.MerkleTree;
import eu.urne.engine.poll.Hash;
import java.util.List;

/** Reads for which part of the log minutes stand (docs/formats/councils.md, section 9.1). */
public final class FactsReader {

    private final CouncilReader reader;

    /** Reads from the log of this reader. */
    public FactsReader(CouncilReader reader) {
        this.reader = reader;
    }

    /** What the log has of a meeting and its motions now. */
    public MinutesFacts of(CouncilId council, MeetingId meeting) {
        List<byte[]> leaves = reader.leaves(meeting.stream(council));
        return new MinutesFacts(
                new OfMeeting(leaves.size(), root(leaves)),
                motions(council, meeting).stream()
                        .map(motion -> motion(council, motion))
                        .toList());
    }

    private List<MotionId> motions(CouncilId council, MeetingId meeting) {
        return reader.motions(council).stream()
                .filter(motion -> reader.motion(council, motion) instanceof Motion.Put put
                        && put.terms().meeting().equals(meeting))
                .toList();
    }

    private OfMotion motion(CouncilId council, MotionId motion) {
        List<byte[]> leaves = reader.leaves(motion.stream(council));
        return new OfMotion(motion, leaves.size(), root(leaves));
    }

    private static Hash root(List<byte[]> leaves) {
        return Hash.of(MerkleTree.rootOf(leaves));
    }
}
