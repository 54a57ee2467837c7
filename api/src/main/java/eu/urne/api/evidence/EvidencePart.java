package eu.urne.api.evidence;

import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.store.LogName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the public log of which there is evidence alone (docs/formats/evidence.md, "Evidence of one poll" and
 * "Evidence of one motion").
 *
 * @param file that tells of what it is
 * @param id what stands in the file
 * @param streams whole names
 * @param prefixes of further names, each ending in {@code /}
 */
public record EvidencePart(String file, String id, List<String> streams, List<String> prefixes) {

    /** Copies the lists. */
    public EvidencePart {
        streams = List.copyOf(streams);
        prefixes = List.copyOf(prefixes);
    }

    /** What belongs to a poll. */
    public static EvidencePart of(PollId poll) {
        return new EvidencePart(
                "poll",
                poll.value(),
                List.of(LogName.PUBLIC.stream(), poll.stream()),
                List.of("ballot/" + poll.value() + "/"));
    }

    /**
     * What belongs to a motion.
     *
     * @param draws for which the council has offered seats
     * @param poll of a secret vote; null for none
     */
    public static EvidencePart of(CouncilId council, MotionId motion, List<DrawId> draws, @Nullable PollId poll) {
        List<String> streams =
                new ArrayList<>(List.of(LogName.PUBLIC.stream(), council.stream(), motion.stream(council)));
        draws.forEach(draw -> streams.add(draw.stream()));
        List<String> prefixes = new ArrayList<>(
                List.of("meeting/" + council + "/", "minutes/" + council + "/", "signer/" + council + "/"));
        if (poll != null) {
            streams.add(poll.stream());
            prefixes.add("ballot/" + poll + "/");
        }
        return new EvidencePart("motion", council + "/" + motion, streams, prefixes);
    }
}
