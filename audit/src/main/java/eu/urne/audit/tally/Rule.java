package eu.urne.audit.tally;

import eu.urne.audit.ballot.BallotKind;
import java.util.List;

/** A counting rule with all its parameters (docs/formats/events.md, section 3). */
public sealed interface Rule {

    /**
     * Tells whether the rule counts ballots of a kind.
     *
     * @param kind the kind
     */
    default boolean counts(BallotKind kind) {
        return switch (this) {
            case ByScore rule -> rule.form.counts(kind);
            case EqualShares rule -> rule.utility.counts(kind);
            case Phragmen rule -> kind.namesASet();
            case MostVotes rule ->
                kind instanceof BallotKind.Favourite || (!rule.plurality && kind instanceof BallotKind.Approval);
            case MajorityJudgment rule -> kind instanceof BallotKind.Grades;
            case CouncilMotion rule -> kind instanceof BallotKind.Motion;
        };
    }

    /**
     * Section 3.1: option by option in the order of scores.
     *
     * @param form which of these rules
     * @param threshold the least score with which an option takes part; 0 for none
     * @param conflicts pairs of options that exclude each other, of {@link Form#EXCLUSIVE} only
     */
    record ByScore(Form form, long threshold, List<Conflict> conflicts) implements Rule {}

    /** The rules by score. */
    enum Form {
        GREEDY,
        NO_SKIP,
        THRESHOLD,
        EXCLUSIVE,
        CUSTOM,
        PER_COST,
        KNAPSACK,
        POINTS,
        BORDA,
        BORDA_PER_COST;

        boolean stops() {
            return this == NO_SKIP || this == CUSTOM;
        }

        boolean perCost() {
            return this == PER_COST || this == BORDA_PER_COST;
        }

        boolean borda() {
            return this == BORDA || this == BORDA_PER_COST;
        }

        private boolean counts(BallotKind kind) {
            return switch (this) {
                case GREEDY, NO_SKIP, THRESHOLD, EXCLUSIVE, CUSTOM, PER_COST ->
                    kind.namesASet() || kind instanceof BallotKind.Points || kind instanceof BallotKind.Ranking;
                case KNAPSACK -> kind instanceof BallotKind.Knapsack;
                case POINTS -> kind instanceof BallotKind.Points;
                case BORDA, BORDA_PER_COST -> kind instanceof BallotKind.Ranking;
            };
        }
    }

    /**
     * Two options that exclude each other.
     *
     * @param first the id that comes first by its bytes
     * @param second the other id
     */
    record Conflict(String first, String second) {}

    /**
     * Section 3.2: the Method of Equal Shares.
     *
     * @param utility what an option is worth to a voter
     * @param floor whether the first share is a multiple of the step
     * @param blanks whether blank ballots have a share
     * @param completion whether and until when the share rises
     * @param step by how much it rises
     * @param then by what the money left is spent
     * @param comparison whether the voters compare the outcome with that of greedy
     */
    record EqualShares(
            Utility utility,
            boolean floor,
            boolean blanks,
            Completion completion,
            Step step,
            Then then,
            boolean comparison)
            implements Rule {}

    /** What an option is worth to a voter. */
    enum Utility {
        COST,
        CARDINALITY,
        SQRT_COST,
        POINTS,
        BORDA;

        private boolean counts(BallotKind kind) {
            return switch (this) {
                case COST, CARDINALITY, SQRT_COST -> kind.namesASet();
                case POINTS -> kind instanceof BallotKind.Points;
                case BORDA -> kind instanceof BallotKind.Ranking;
            };
        }
    }

    /** Whether and until when the share rises. */
    enum Completion {
        NONE,
        ADD1,
        ADD1_EXHAUSTIVE
    }

    /** By how much the share rises. */
    sealed interface Step {

        /** It does not. */
        record None() implements Step {}

        /**
         * By an amount.
         *
         * @param cents from 1
         */
        record Cents(long cents) implements Step {}

        /**
         * By a part of budget / n.
         *
         * @param hundredths from 1
         */
        record Percent(long hundredths) implements Step {}
    }

    /** By what the money left is spent. */
    enum Then {
        NONE,
        GREEDY,
        PHRAGMEN
    }

    /**
     * Section 3.3: Phragmén's sequential rule.
     *
     * @param skips whether what does not fit is left out, instead of stopping
     */
    record Phragmen(boolean skips) implements Rule {}

    /**
     * Section 3.4: most votes win.
     *
     * @param plurality whether it is plurality, which counts favourites only
     * @param seats how many win, from 1
     */
    record MostVotes(boolean plurality, int seats) implements Rule {}

    /** Section 3.5: the best majority grade wins. */
    record MajorityJudgment() implements Rule {}

    /**
     * Section 3.6: a motion is carried or lost.
     *
     * @param majority what it needs
     * @param members of the council
     * @param quorum the least number of ballots
     * @param casting the chair's vote where as many are for as against
     */
    record CouncilMotion(Majority majority, long members, long quorum, Casting casting) implements Rule {}

    /** What a motion needs. */
    enum Majority {
        SIMPLE,
        ABSOLUTE,
        TWO_THIRDS,
        UNANIMITY
    }

    /** The chair's vote. */
    enum Casting {
        NONE,
        FOR,
        AGAINST
    }
}
