package eu.urne.engine.tally;

import java.util.OptionalLong;

/**
 * Why an option won or lost, in numbers: the sentences for people are built from these. Money is in minor units, scores
 * are in the unit of the ballots.
 */
public sealed interface Reason {

    /** What the option had by the scores of the rule. */
    long score();

    /** A reason that only rules other than the greedy ones give. */
    sealed interface OfOtherRules extends Reason {}

    /**
     * It was the first that did not fit, but what was left covered so much of it that the rest is paid from elsewhere.
     *
     * @param round its place in the order of selection, from 1
     * @param score what it was chosen for
     * @param reserve what is paid from elsewhere, in minor units
     */
    record FromReserve(int round, long score, long reserve) implements OfOtherRules {}

    /**
     * It was funded beforehand by the rule, whatever its votes.
     *
     * @param round its place in the order of selection, from 1
     * @param score how many ballots name it
     * @param left money left after paying for it
     */
    record Funded(int round, long score, long left) implements OfOtherRules {}

    /**
     * It was chosen with the minimum share of a category.
     *
     * @param category its name
     * @param reason why; money left is what was left of that minimum
     */
    record FromMinimum(String category, Reason reason) implements OfOtherRules {
        @Override
        public long score() {
            return reason.score();
        }
    }

    /**
     * Others had more votes, or as many and came first.
     *
     * @param score its votes
     * @param needed the votes of the last winner
     */
    record Outvoted(long score, long needed) implements OfOtherRules {}

    /**
     * It was judged by grades.
     *
     * @param rank its place among all options from 1; the first one wins
     * @param score its majority grade, 0 for the worst
     */
    record Graded(int rank, long score) implements OfOtherRules {}

    /**
     * How a council voted.
     *
     * @param inFavour ballots for the motion
     * @param against ballots against it
     * @param abstained abstentions and blank ballots
     * @param valid whether the quorum was reached
     * @param cast whether the chair's vote decided
     */
    record Vote(long inFavour, long against, long abstained, boolean valid, boolean cast) {}

    /** The motion has the majority it needs. */
    record Carried(Vote vote) implements OfOtherRules {
        @Override
        public long score() {
            return vote.inFavour();
        }
    }

    /** The motion does not have the majority it needs, or the vote has no quorum. */
    record Lost(Vote vote) implements OfOtherRules {
        @Override
        public long score() {
            return vote.inFavour();
        }
    }

    /**
     * It was bought by its supporters.
     *
     * @param round its place in the order of selection, from 1
     * @param score the voters who support it, or its points
     * @param price what it cost each supporter, in minor units: for approvals the most that one of them paid; for
     *     points and rankings what a point cost
     * @param full how many voters paid that price in full; the others paid all that they had left
     * @param left money left of the budget; with a share beyond budget / voters it may have been the voters' no longer
     */
    record Bought(int round, long score, Fraction price, long full, long left) implements OfOtherRules {}

    /**
     * Its supporters had earned its cost.
     *
     * @param round its place in the order of selection, from 1
     * @param score the voters who support it
     * @param time when: what a voter who never paid before had earned by then, in minor units
     * @param left money left after paying for it
     */
    record Reached(int round, long score, Fraction time, long left) implements OfOtherRules {}

    /**
     * Its supporters had too little left in the end.
     *
     * @param score the voters who support it, or its points
     * @param held what its supporters had left together when nothing more could be bought, in minor units
     * @param missing what they lacked for its cost
     * @param further the smallest number of further voters with which this option would have been bought in the run
     *     that stands, if each of them had had the same share as the others and given this option alone something,
     *     while the share, the other ballots and the order among ties were as they were. For approvals each approves
     *     it; with points each gives it the most that any voter gave to an option; with borda each ranks it first of
     *     two, which is worth 1. Empty where no long number would do
     */
    record Unpaid(long score, Fraction held, Fraction missing, OptionalLong further) implements OfOtherRules {}

    /**
     * No voter supports it.
     *
     * @param score 0, or negative points
     */
    record NoSupport(long score) implements OfOtherRules {}

    /**
     * It was chosen.
     *
     * @param round its place in the order of selection, from 1
     * @param score what it was chosen for
     * @param left money left after paying for it
     */
    record Chosen(int round, long score, long left) implements Reason {}

    /**
     * It was considered, but cost more than what was left.
     *
     * @param score what it had
     * @param left money left when it was considered
     */
    record DidNotFit(long score, long left) implements Reason {}

    /**
     * Counting had stopped before it, at an option that did not fit.
     *
     * @param score what it had
     * @param stoppedAt the id of the option at which counting stopped; "" if it ended otherwise
     */
    record NotReached(long score, String stoppedAt) implements Reason {}

    /**
     * Its score does not reach the minimum.
     *
     * @param score what it had
     * @param minimum what it would have needed
     */
    record BelowMinimum(long score, long minimum) implements Reason {}

    /**
     * It is in conflict with an option that was chosen before.
     *
     * @param score what it had
     * @param by the id of the chosen option; the first, if there are several
     */
    record Excluded(long score, String by) implements Reason {}

    /**
     * It is one of those in a tie that the method does not break.
     *
     * @param score what it had, like the others of the tie
     */
    record Tied(long score) implements Reason {}

    /**
     * Counting stopped before it, at a tie that the method does not break.
     *
     * @param score what it had
     */
    record Undecided(long score) implements Reason {}
}
