package eu.urne.audit.tally;

import java.util.List;

/** A counting rule (docs/formats/events.md, section 3). */
public sealed interface Rule {

    /** The least score with which an option takes part; 0 where there is no such limit. */
    long threshold();

    /** In order of score; what does not fit is skipped. */
    record Greedy() implements Rule {
        @Override
        public long threshold() {
            return 0;
        }
    }

    /**
     * In order of score, until the first that does not fit.
     *
     * @param threshold the least score, from 0; 0 for none
     */
    record GreedyNoSkip(long threshold) implements Rule {}

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
     * @param threshold the least score, from 0; 0 for none
     */
    record GreedyExclusive(List<Conflict> conflicts, long threshold) implements Rule {}

    /**
     * Two options that exclude each other.
     *
     * @param first the id that comes first by its bytes
     * @param second the other id
     */
    record Conflict(String first, String second) {}
}
