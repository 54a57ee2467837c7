package eu.urne.engine.tally;

import java.util.Optional;

/**
 * How an outcome of {@link EqualShares} came about.
 *
 * @param share what each voter started with in the run that stands, in minor units; see
 *     {@link EqualShares.Completion#NEXT} for what it says there
 * @param runs how many shares were looked at, the last one included, and those for which it is proven without a run
 *     that they buy the same as the one before
 * @param bought how many of the selected options were bought with shares; the others were added afterwards
 * @param comparison how many voters prefer which outcome, if the rule compares with {@code greedy}
 */
public record SharesCourse(Fraction share, long runs, int bought, Optional<Comparison> comparison) {

    /**
     * A vote between two outcomes.
     *
     * @param forShares voters whose utility is larger in the outcome of Equal Shares
     * @param forGreedy voters whose utility is larger in the outcome of {@code greedy}
     */
    public record Comparison(long forShares, long forGreedy) {

        /** Whether the outcome of {@code greedy} stands. */
        public boolean greedyStands() {
            return forGreedy > forShares;
        }
    }
}
