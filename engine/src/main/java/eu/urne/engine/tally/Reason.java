package eu.urne.engine.tally;

/**
 * Why an option won or lost, in numbers: the sentences for people are built from these. Money is in minor units, scores
 * are in the unit of the ballots.
 */
public sealed interface Reason {

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
     * @param stoppedAt the id of the option at which counting stopped
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
