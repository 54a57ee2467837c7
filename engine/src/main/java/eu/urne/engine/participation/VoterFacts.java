package eu.urne.engine.participation;

import eu.urne.engine.CommandOrigin;
import eu.urne.engine.poll.PollId;
import java.time.LocalDate;
import java.util.List;

/** Knows of those who were admitted to a poll what figures need. */
@FunctionalInterface
public interface VoterFacts {

    /**
     * All who were admitted.
     *
     * @param day of the vote, on which ages are told
     * @param origin who asks
     */
    List<Admitted> admitted(PollId poll, LocalDate day, CommandOrigin origin);
}
