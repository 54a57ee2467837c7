package eu.urne.audit.tally;

import java.util.List;

/** A counting rule (docs/formats/events.md, section 3). */
public sealed interface Rule {

    /** In order of score; what does not fit is skipped. */
    record Greedy() implements Rule {}

    /** In order of score, until the first that does not fit. */
    record GreedyNoSkip() implements Rule {}

    /**
     * As greedy, over the options with enough score.
     *
     * @param threshold the least score, from 0
     */
    record GreedyThreshold(long threshold) implements Rule {}

    /**
     * As greedy, but what is in conflict with a selected option is skipped.
     *
     * @param conflicts pairs of options that exclude each other
     */
    record GreedyExclusive(List<Conflict> conflicts) implements Rule {}

    /**
     * Two options that exclude each other.
     *
     * @param first the id that comes first by its bytes
     * @param second the other id
     */
    record Conflict(String first, String second) {}
}
