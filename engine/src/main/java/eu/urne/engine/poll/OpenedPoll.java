package eu.urne.engine.poll;

import eu.urne.engine.poll.PollEvent.OutcomeDeclared;
import eu.urne.engine.poll.internal.PollCount;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import java.util.Arrays;
import java.util.List;

/**
 * A poll behind its outcome, with what its voters chose.
 *
 * @param rule by which it was counted
 * @param openedMs when the vote began, milliseconds since the epoch
 * @param closedMs when it ended
 * @param outcome as declared
 * @param scores why each option won or lost, in order of the definition
 * @param choices of the counted ballots, blank ones included, in an order that follows from the choices alone
 * @param tieOrder the options by index in the order that the poll's method for ties gives them
 */
public record OpenedPoll(
        PollDefinition definition,
        Rule rule,
        long openedMs,
        long closedMs,
        OutcomeDeclared outcome,
        List<OptionVerdict> scores,
        List<Ballot> choices,
        List<Integer> tieOrder) {

    /** Copies the lists. */
    public OpenedPoll {
        scores = List.copyOf(scores);
        choices = List.copyOf(choices);
        tieOrder = List.copyOf(tieOrder);
    }

    /** How many ballots name each option, whatever they say about it; a motion is named by none. */
    public List<Long> votes() {
        Election election = PollCount.election(definition, choices);
        return Arrays.stream(Tally.votes(election)).boxed().toList();
    }
}
