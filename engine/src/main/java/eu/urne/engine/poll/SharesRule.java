package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.urne.engine.log.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The Method of Equal Shares (docs/formats/events.md, section 3.2).
 *
 * @param utility what an option is worth to a voter
 * @param start how the first share is rounded
 * @param voters who has a share
 * @param completion whether and until when the share rises
 * @param step by how many cents it rises, from 1; null where it does not, or by {@code stepPercent}
 * @param stepPercent by how many hundredths of the first exact share it rises, from 1; null as above
 * @param then by what the money left is spent
 * @param comparison with which outcome the voters compare this one
 */
public record SharesRule(
        Utility utility,
        Start start,
        Voters voters,
        Completion completion,
        @Nullable Long step,
        @Nullable Long stepPercent,
        Then then,
        Comparison comparison)
        implements CountingRule {

    /** Checks that the parameters fit together. */
    public SharesRule {
        boolean rises = completion != Completion.NONE;
        if (rises ? (step == null) == (stepPercent == null) : step != null || stepPercent != null) {
            throw new IllegalArgumentException(
                    "rule: step or stepPercent stands with the completions add1 and add1-exhaustive only");
        }
        checkStep("step", step);
        checkStep("stepPercent", stepPercent);
        if (start == Start.FLOOR && step == null) {
            throw new IllegalArgumentException("rule: start is floor, which needs a step to round to");
        }
        if (then == Then.PHRAGMEN && (utility == Utility.POINTS || utility == Utility.BORDA)) {
            throw new IllegalArgumentException("rule: then is phragmen, which counts no points and no rankings");
        }
        if (comparison == Comparison.GREEDY && utility == Utility.SQRT_COST) {
            throw new IllegalArgumentException("rule: comparison must be none with the utility sqrt-cost");
        }
    }

    private static void checkStep(String name, @Nullable Long step) {
        if (step != null && (step < 1 || step > CanonicalJson.MAX_INTEGER)) {
            throw new IllegalArgumentException("rule: " + name + " must be from 1 to 2^53-1, not " + step);
        }
    }

    @Override
    public boolean counts(BallotKind kind) {
        return switch (utility) {
            case COST, CARDINALITY, SQRT_COST -> kind.namesASet();
            case POINTS -> kind instanceof BallotKind.Points;
            case BORDA -> kind instanceof BallotKind.Ranking;
        };
    }

    /** What an option is worth to a voter. */
    public enum Utility {
        /** Its cost. */
        @JsonProperty("cost")
        COST,
        /** One. */
        @JsonProperty("cardinality")
        CARDINALITY,
        /** The square root of its cost. */
        @JsonProperty("sqrt-cost")
        SQRT_COST,
        /** Its points. */
        @JsonProperty("points")
        POINTS,
        /** How many options stand behind it on the ballot. */
        @JsonProperty("borda")
        BORDA
    }

    /** The share of the first run. */
    public enum Start {
        /** Budget / voters. */
        @JsonProperty("exact")
        EXACT,
        /** The largest multiple of the step that is not above it. */
        @JsonProperty("floor")
        FLOOR
    }

    /** Who has a share. */
    public enum Voters {
        /** Every counted ballot. */
        @JsonProperty("all")
        ALL,
        /** Every counted ballot that is not blank. */
        @JsonProperty("voting")
        VOTING
    }

    /** Whether and until when the share rises. */
    public enum Completion {
        /** One run. */
        @JsonProperty("none")
        NONE,
        /** As long as the outcome stays within the budget and something can still be bought. */
        @JsonProperty("add1")
        ADD1,
        /** Also not beyond the first run after which nothing fits into the money left. */
        @JsonProperty("add1-exhaustive")
        ADD1_EXHAUSTIVE
    }

    /** By what the money left is spent. */
    public enum Then {
        /** It is left. */
        @JsonProperty("none")
        NONE,
        /** {@link CountingRule.Greedy}. */
        @JsonProperty("greedy")
        GREEDY,
        /** {@link CountingRule.Phragmen}. */
        @JsonProperty("phragmen")
        PHRAGMEN
    }

    /** With which outcome the voters compare this one. */
    public enum Comparison {
        /** None. */
        @JsonProperty("none")
        NONE,
        /** That of {@link CountingRule.Greedy}, which stands if more prefer it. */
        @JsonProperty("greedy")
        GREEDY
    }
}
