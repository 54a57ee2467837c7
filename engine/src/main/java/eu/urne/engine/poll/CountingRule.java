package eu.urne.engine.poll;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a poll as its definition tells it, with every parameter that could change the outcome
 * (docs/formats/events.md, section 3). A threshold is the least score with which an option takes part, from 0; null for
 * none.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "id")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CountingRule.Greedy.class, name = "greedy"),
    @JsonSubTypes.Type(value = CountingRule.GreedyNoSkip.class, name = "greedy-no-skip"),
    @JsonSubTypes.Type(value = CountingRule.GreedyThreshold.class, name = "greedy-threshold"),
    @JsonSubTypes.Type(value = CountingRule.GreedyExclusive.class, name = "greedy-exclusive"),
    @JsonSubTypes.Type(value = CountingRule.GreedyCustom.class, name = "greedy-custom"),
    @JsonSubTypes.Type(value = CountingRule.GreedyPerCost.class, name = "greedy-per-cost"),
    @JsonSubTypes.Type(value = CountingRule.GreedyKnapsack.class, name = "knapsack"),
    @JsonSubTypes.Type(value = CountingRule.GreedyPoints.class, name = "points"),
    @JsonSubTypes.Type(value = CountingRule.GreedyBorda.class, name = "borda"),
    @JsonSubTypes.Type(value = CountingRule.GreedyBordaPerCost.class, name = "borda-per-cost"),
    @JsonSubTypes.Type(value = SharesRule.class, name = "mes"),
    @JsonSubTypes.Type(value = CountingRule.Phragmen.class, name = "phragmen"),
    @JsonSubTypes.Type(value = CountingRule.PhragmenSkip.class, name = "phragmen-skip"),
    @JsonSubTypes.Type(value = CountingRule.Plurality.class, name = "plurality"),
    @JsonSubTypes.Type(value = CountingRule.ApprovalK.class, name = "approval-k"),
    @JsonSubTypes.Type(value = CountingRule.MajorityJudgment.class, name = "majority-judgment"),
    @JsonSubTypes.Type(value = MotionRule.class, name = "motion")
})
public sealed interface CountingRule
        permits CountingRule.ByScore,
                CountingRule.GreedyKnapsack,
                CountingRule.GreedyPoints,
                CountingRule.GreedyBorda,
                CountingRule.GreedyBordaPerCost,
                SharesRule,
                CountingRule.Phragmen,
                CountingRule.PhragmenSkip,
                CountingRule.Plurality,
                CountingRule.ApprovalK,
                CountingRule.MajorityJudgment,
                MotionRule {

    /** Whether the rule counts ballots of this kind. */
    boolean counts(BallotKind kind);

    /** A rule for all ballots that give options a score. */
    sealed interface ByScore extends CountingRule {
        @Override
        default boolean counts(BallotKind kind) {
            return kind.givesScore();
        }
    }

    /** By score; what does not fit is skipped. */
    record Greedy() implements ByScore {}

    /** By score, until the first option that does not fit. */
    record GreedyNoSkip(@Nullable Long threshold) implements ByScore {
        /** Checks the threshold. */
        public GreedyNoSkip {
            checkThreshold(threshold);
        }
    }

    /** {@link Greedy} over the options that reach a score. */
    record GreedyThreshold(long threshold) implements ByScore {
        /** Checks the threshold. */
        public GreedyThreshold {
            checkThreshold(threshold);
        }
    }

    /**
     * {@link Greedy}, but of two options in conflict only one is selected.
     *
     * @param conflicts pairs of option ids, each pair in order
     */
    record GreedyExclusive(
            List<List<String>> conflicts, @Nullable Long threshold) implements ByScore {
        /** Checks the pairs. */
        public GreedyExclusive {
            checkThreshold(threshold);
            for (List<String> pair : conflicts) {
                if (pair.size() != 2 || !isBelow(pair.get(0), pair.get(1))) {
                    throw new IllegalArgumentException(
                            "rule: a conflict must be a pair of two option ids in order, not " + pair);
                }
            }
            conflicts = conflicts.stream().map(List::copyOf).toList();
        }
    }

    /** {@link GreedyNoSkip}, but the first that does not fit is selected too if 80 % of its cost is left. */
    record GreedyCustom(@Nullable Long threshold) implements ByScore {
        /** Checks the threshold. */
        public GreedyCustom {
            checkThreshold(threshold);
        }
    }

    /** {@link Greedy} by score divided by cost. */
    record GreedyPerCost(@Nullable Long threshold) implements ByScore {
        /** Checks the threshold. */
        public GreedyPerCost {
            checkThreshold(threshold);
        }
    }

    /** {@link Greedy} over baskets. */
    record GreedyKnapsack(@Nullable Long threshold) implements CountingRule {
        /** Checks the threshold. */
        public GreedyKnapsack {
            checkThreshold(threshold);
        }

        @Override
        public boolean counts(BallotKind kind) {
            return kind instanceof BallotKind.Knapsack;
        }
    }

    /** {@link Greedy} over points. */
    record GreedyPoints(@Nullable Long threshold) implements CountingRule {
        /** Checks the threshold. */
        public GreedyPoints {
            checkThreshold(threshold);
        }

        @Override
        public boolean counts(BallotKind kind) {
            return kind instanceof BallotKind.Points;
        }
    }

    /** {@link Greedy} over rankings, a place being worth the number of options behind it on the ballot. */
    record GreedyBorda(@Nullable Long threshold) implements CountingRule {
        /** Checks the threshold. */
        public GreedyBorda {
            checkThreshold(threshold);
        }

        @Override
        public boolean counts(BallotKind kind) {
            return kind instanceof BallotKind.Ranking;
        }
    }

    /** {@link GreedyBorda} by score divided by cost. */
    record GreedyBordaPerCost(@Nullable Long threshold) implements CountingRule {
        /** Checks the threshold. */
        public GreedyBordaPerCost {
            checkThreshold(threshold);
        }

        @Override
        public boolean counts(BallotKind kind) {
            return kind instanceof BallotKind.Ranking;
        }
    }

    /** Phragmén's sequential rule; stops at the first option that does not fit. */
    record Phragmen() implements CountingRule {
        @Override
        public boolean counts(BallotKind kind) {
            return kind.namesASet();
        }
    }

    /** {@link Phragmen}, but what does not fit is left out. */
    record PhragmenSkip() implements CountingRule {
        @Override
        public boolean counts(BallotKind kind) {
            return kind.namesASet();
        }
    }

    /** Most votes win, one winner, no money. */
    record Plurality() implements CountingRule {
        @Override
        public boolean counts(BallotKind kind) {
            return kind instanceof BallotKind.Favourite;
        }
    }

    /**
     * Most votes win, no money.
     *
     * @param seats winners, from 1
     */
    record ApprovalK(int seats) implements CountingRule {
        /** Checks the seats. */
        public ApprovalK {
            if (seats < 1) {
                throw new IllegalArgumentException("rule: seats must be at least 1, not " + seats);
            }
        }

        @Override
        public boolean counts(BallotKind kind) {
            return kind instanceof BallotKind.Favourite || kind instanceof BallotKind.Approval;
        }
    }

    /** The best majority grade wins, one winner, no money. */
    record MajorityJudgment() implements CountingRule {
        @Override
        public boolean counts(BallotKind kind) {
            return kind instanceof BallotKind.Grades;
        }
    }

    private static boolean isBelow(String first, String second) {
        return Arrays.compareUnsigned(first.getBytes(UTF_8), second.getBytes(UTF_8)) < 0;
    }

    private static void checkThreshold(@Nullable Long threshold) {
        if (threshold != null) {
            Money.check("rule: the threshold", threshold);
        }
    }
}
