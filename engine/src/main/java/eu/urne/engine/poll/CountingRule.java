package eu.urne.engine.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule of a poll as its definition tells it (docs/formats/events.md, section 3). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "id")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CountingRule.Greedy.class, name = "greedy"),
    @JsonSubTypes.Type(value = CountingRule.GreedyNoSkip.class, name = "greedy-no-skip"),
    @JsonSubTypes.Type(value = CountingRule.GreedyThreshold.class, name = "greedy-threshold"),
    @JsonSubTypes.Type(value = CountingRule.GreedyExclusive.class, name = "greedy-exclusive")
})
public sealed interface CountingRule {

    /** By score; what does not fit is skipped. */
    record Greedy() implements CountingRule {}

    /**
     * By score, until the first option that does not fit.
     *
     * @param threshold least score, from 0; null for none
     */
    record GreedyNoSkip(@Nullable Long threshold) implements CountingRule {
        /** Checks the threshold. */
        public GreedyNoSkip {
            check(threshold);
        }
    }

    /**
     * {@link Greedy} over the options that reach a score.
     *
     * @param threshold least score, from 0
     */
    record GreedyThreshold(long threshold) implements CountingRule {
        /** Checks the threshold. */
        public GreedyThreshold {
            check(threshold);
        }
    }

    /**
     * {@link Greedy}, but of two options in conflict only one is selected.
     *
     * @param conflicts pairs of option ids, each pair in order
     * @param threshold least score, from 0; null for none
     */
    record GreedyExclusive(
            List<List<String>> conflicts, @Nullable Long threshold) implements CountingRule {
        /** Checks the pairs. */
        public GreedyExclusive {
            check(threshold);
            for (List<String> pair : conflicts) {
                if (pair.size() != 2 || !isBelow(pair.get(0), pair.get(1))) {
                    throw new IllegalArgumentException(
                            "rule: a conflict must be a pair of two option ids in order, not " + pair);
                }
            }
            conflicts = conflicts.stream().map(List::copyOf).toList();
        }
    }

    private static boolean isBelow(String first, String second) {
        return Arrays.compareUnsigned(first.getBytes(UTF_8), second.getBytes(UTF_8)) < 0;
    }

    private static void check(@Nullable Long threshold) {
        if (threshold != null) {
            Money.check("rule: the threshold", threshold);
        }
    }
}
