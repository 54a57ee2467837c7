package eu.urne.audit.tally;

/** What became of an option and why (docs/formats/events.md, section 4). Money is in cents. */
public sealed interface Verdict {

    /**
     * It is selected.
     *
     * @param left money left after it
     * @param round from 1
     */
    record Selected(long left, long round) implements Verdict {}

    /**
     * It is selected although the money left only covered it.
     *
     * @param reserve what is paid from elsewhere
     * @param round from 1
     */
    record Reserve(long reserve, long round) implements Verdict {}

    /**
     * It costs more than is left.
     *
     * @param left money left
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

    /** No ballot supports it. */
    record Unsupported() implements Verdict {}

    /** Its supporters have less than its cost in the end. */
    record Unpaid() implements Verdict {}

    /**
     * Others have more votes, or as many and come first.
     *
     * @param needed votes of the last winner
     */
    record Outvoted(long needed) implements Verdict {}

    /**
     * Others are judged better.
     *
     * @param rank its place, from 2
     */
    record Outranked(long rank) implements Verdict {}

    /**
     * The motion has its majority.
     *
     * @param vote how the council voted
     */
    record Carried(Vote vote) implements Verdict {}

    /**
     * The motion does not have its majority, or there is no quorum.
     *
     * @param vote how the council voted
     */
    record Lost(Vote vote) implements Verdict {}

    /**
     * How a council voted; the votes for the motion are its score.
     *
     * @param against votes against it
     * @param abstained abstentions and blank ballots
     * @param casting whether the chair's vote decided
     * @param quorum whether there were enough ballots
     */
    record Vote(long against, long abstained, boolean casting, boolean quorum) {}
}
