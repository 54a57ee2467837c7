package eu.urne.engine.tally;

import java.util.List;

/**
 * A tie that mattered: another order among the tied would have chosen other options.
 *
 * @param round the round in which it arose, from 1: one more than the options chosen before
 * @param tied the ids of those between whom the method had to decide, in the order it gave them
 * @param method how it was broken, in the spelling of {@link TieBreak#text()}
 * @param chosen which of the tied were chosen; empty if the tie was only reported
 */
public record Tie(int round, List<String> tied, String method, List<String> chosen) {

    /** Copies the lists. */
    public Tie {
        tied = List.copyOf(tied);
        chosen = List.copyOf(chosen);
    }
}
