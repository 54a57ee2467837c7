package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.engine.poll.PollId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who votes on a motion, as its vote is opened.
 *
 * @param meeting at which it is voted on
 * @param version of the text, from 1
 * @param ballots in the order of the seats
 * @param members seats held on the day
 * @param present seats there and not in conflict
 * @param quorum seats that must be
 * @param chair a seat, or 0
 * @param poll of a secret vote; null for others
 * @param events of the meeting's stream by which this is so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Division(
        MeetingId meeting,
        int version,
        List<MotionBallot> ballots,
        int members,
        int present,
        int quorum,
        int chair,
        @Nullable PollId poll,
        long events) {

    /** Copies the list. */
    public Division {
        ballots = List.copyOf(ballots);
    }

    /** Whether a seat has a vote. */
    public boolean has(int seat) {
        return ballots.stream().anyMatch(ballot -> ballot.seat() == seat);
    }
}
