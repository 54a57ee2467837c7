package eu.urne.audit.tally;

/** What became of an option and why (docs/formats/events.md, section 4). */
public sealed interface Verdict {

    /**
     * It is selected.
     *
     * @param left money left after it, cents
     * @param round from 1
     */
    record Selected(long left, long round) implements Verdict {}

    /**
     * It costs more than is left.
     *
     * @param left money left, cents
     */
    record Unaffordable(long left) implements Verdict {}

    /** The rule had stopped before it. */
    record Stopped() implements Verdict {}

    /**
     * Its score is too low.
     *
     * @param threshold the least score
     */
    record BelowThreshold(long threshold) implements Verdict {}

    /**
     * It is in conflict with a selected option.
     *
     * @param by the id of the first selected of these
     */
    record Excluded(String by) implements Verdict {}
}
