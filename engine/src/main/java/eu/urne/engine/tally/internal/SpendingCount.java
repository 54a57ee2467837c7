package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.TieBreak;

/** One count by a rule for money, from the beginning or after another. */
public final class SpendingCount {

    private final Election election;
    private final Rule.OfMoney rule;
    private final TieBreak tieBreak;
    private final Selection before;

    /** Prepares a count; {@link #outcome()} makes it. */
    public SpendingCount(Election election, Rule.OfMoney rule, TieBreak tieBreak) {
        this(election, rule, tieBreak, Selection.none(election));
    }

    /**
     * A count after another.
     *
     * @param before what was selected before, which options to consider, and the money left
     */
    SpendingCount(Election election, Rule.OfMoney rule, TieBreak tieBreak, Selection before) {
        this.election = election;
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.before = before;
    }

    /** Counts. */
    public Outcome outcome() {
        return switch (rule) {
            case Rule.Greedy greedy -> new GreedyCount(election, greedy, tieBreak, before).outcome();
            case Phragmen phragmen -> new PhragmenCount(election, phragmen, tieBreak, before.copy(), true).outcome();
            case EqualShares shares -> new SharesCount(election, shares, tieBreak, before, true).outcome();
        };
    }
}
