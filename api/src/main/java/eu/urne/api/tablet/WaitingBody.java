package eu.urne.api.tablet;

import com.fasterxml.jackson.annotation.JsonIgnore;
import eu.urne.engine.poll.PollId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life of a tablet.
 *
 * @param waiting number of ballots that wait on it by poll
 */
record WaitingBody(Map<String, @Nullable Long> waiting) {

    private static final int MOST_POLLS = 1_000;
    private static final long MOST_BALLOTS = 1_000_000;

    /** Checks the numbers. */
    WaitingBody {
        if (waiting.size() > MOST_POLLS) {
            throw new IllegalArgumentException("waiting: must name up to " + MOST_POLLS + " polls");
        }
        waiting.forEach((poll, ballots) -> {
            if (ballots == null || ballots < 0 || ballots > MOST_BALLOTS) {
                throw new IllegalArgumentException(
                        "waiting: of the poll " + new PollId(poll) + " must be from 0 to " + MOST_BALLOTS);
            }
        });
        polls(waiting);
    }

    @JsonIgnore
    Map<PollId, Long> polls() {
        return polls(waiting);
    }

    private static Map<PollId, Long> polls(Map<String, @Nullable Long> waiting) {
        Map<PollId, Long> polls = new HashMap<>();
        waiting.forEach((poll, ballots) -> polls.put(new PollId(poll), ballots == null ? 0 : ballots));
        return polls;
    }
}
