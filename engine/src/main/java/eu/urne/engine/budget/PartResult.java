package eu.urne.engine.budget;

import eu.urne.engine.poll.PollId;
import java.util.List;

/**
 * How the poll of a part has come out, as far as the common rest is concerned.
 *
 * @param left cents of the part that its winners leave
 * @param counted ballots
 * @param most score that one ballot can give an option, at least 1
 * @param losers that may be paid from the rest
 */
public record PartResult(String part, PollId poll, long left, long counted, long most, List<Loser> losers) {

    /** Keeps the losers as they are. */
    public PartResult {
        losers = List.copyOf(losers);
    }

    /** A proposal that its poll did not select. */
    public record Loser(ProposalId proposal, long cents, long score) {}
}
