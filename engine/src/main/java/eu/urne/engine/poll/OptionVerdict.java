package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Why an option won or lost (docs/formats/events.md, section 4). Money is in cents. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "verdict")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OptionVerdict.Selected.class, name = "selected"),
    @JsonSubTypes.Type(value = OptionVerdict.Reserve.class, name = "reserve"),
    @JsonSubTypes.Type(value = OptionVerdict.Unaffordable.class, name = "unaffordable"),
    @JsonSubTypes.Type(value = OptionVerdict.Stopped.class, name = "stopped"),
    @JsonSubTypes.Type(value = OptionVerdict.BelowThreshold.class, name = "below-threshold"),
    @JsonSubTypes.Type(value = OptionVerdict.Excluded.class, name = "excluded"),
    @JsonSubTypes.Type(value = OptionVerdict.Unsupported.class, name = "unsupported"),
    @JsonSubTypes.Type(value = OptionVerdict.Unpaid.class, name = "unpaid"),
    @JsonSubTypes.Type(value = OptionVerdict.Outvoted.class, name = "outvoted"),
    @JsonSubTypes.Type(value = OptionVerdict.Outranked.class, name = "outranked"),
    @JsonSubTypes.Type(value = OptionVerdict.Carried.class, name = "carried"),
    @JsonSubTypes.Type(value = OptionVerdict.Lost.class, name = "lost")
})
public sealed interface OptionVerdict {

    /** The option. */
    String id();

    /** What it had by the scores of the rule, from 0. */
    long score();

    /**
     * It is selected.
     *
     * @param round its place in the order of selection, from 1
     * @param left money left after it
     */
    record Selected(String id, long score, int round, long left) implements OptionVerdict {}

    /**
     * It is selected although the money left only covered it.
     *
     * @param round its place in the order of selection, from 1
     * @param reserve what is paid from elsewhere
     */
    record Reserve(String id, long score, int round, long reserve) implements OptionVerdict {}

    /**
     * It cost more than the money left.
     *
     * @param left that money
     */
    record Unaffordable(String id, long score, long left) implements OptionVerdict {}

    /** The rule had stopped before it. */
    record Stopped(String id, long score) implements OptionVerdict {}

    /**
     * Its score is too low.
     *
     * @param threshold the least score
     */
    record BelowThreshold(String id, long score, long threshold) implements OptionVerdict {}

    /**
     * It is in conflict with a selected option.
     *
     * @param by that option, of several the first selected
     */
    record Excluded(String id, long score, String by) implements OptionVerdict {}

    /** No ballot supports it. */
    record Unsupported(String id, long score) implements OptionVerdict {}

    /** Its supporters had less than its cost in the end. */
    record Unpaid(String id, long score) implements OptionVerdict {}

    /**
     * Others had more votes, or as many and came first.
     *
     * @param needed votes of the last winner
     */
    record Outvoted(String id, long score, long needed) implements OptionVerdict {}

    /**
     * Others were judged better.
     *
     * @param rank its place, from 2
     */
    record Outranked(String id, long score, int rank) implements OptionVerdict {}

    /**
     * The motion has its majority; the score is the votes for it.
     *
     * @param against votes against it
     * @param abstained abstentions and blank ballots
     * @param quorum whether there were enough ballots
     * @param casting whether the chair's vote decided
     */
    record Carried(String id, long score, long against, long abstained, boolean quorum, boolean casting)
            implements OptionVerdict {}

    /**
     * The motion does not have its majority, or there is no quorum; the score is the votes for it.
     *
     * @param against votes against it
     * @param abstained abstentions and blank ballots
     * @param quorum whether there were enough ballots
     * @param casting whether the chair's vote decided
     */
    record Lost(String id, long score, long against, long abstained, boolean quorum, boolean casting)
            implements OptionVerdict {}
}
