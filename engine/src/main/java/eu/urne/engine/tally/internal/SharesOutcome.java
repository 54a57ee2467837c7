package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Fraction;
import java.util.List;

/**
 * What one run of Equal Shares came to.
 *
 * @param share what each voter started with
 * @param affordable whether it stayed within the budget
 * @param selected the options bought, free ones first
 * @param spent what they cost
 * @param ties those that mattered
 */
record SharesOutcome(Fraction share, boolean affordable, List<Integer> selected, long spent, List<TieLog.Entry> ties) {}
