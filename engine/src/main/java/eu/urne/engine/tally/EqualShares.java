package eu.urne.engine.tally;

import java.util.Locale;

/**
 * The Method of Equal Shares: every voter gets the same share of the money; an option is bought when its supporters can
 * pay for it together; the option that costs them least per unit of utility comes first. (Peters, Pierczyński, Skowron:
 * Proportional Participatory Budgeting with Additive Utilities, NeurIPS 2021, section 3.)
 *
 * <p>With the money {@code b(i)} that voter i has left and the utility {@code u(i)} that an option has for i, the price
 * of the option is the smallest {@code q} for which the payments {@code min(b(i), q u(i))} cover its cost. The option
 * of the lowest price is bought and paid so, again and again, until no option has a price. Options that cost nothing
 * and have a supporter are bought first, in the order of the method for ties; an option without utility for anyone is
 * never bought.
 *
 * @param utility what an option is worth to a voter
 * @param share how much each voter starts with
 * @param completion whether and until when the share is raised
 * @param then by what the money left is spent afterwards
 * @param comparison whether the outcome of {@code greedy} is taken instead if more voters prefer it to this outcome
 *     than the other way round; a voter prefers the outcome whose options have the larger sum of utilities
 */
public record EqualShares(Utility utility, Share share, Completion completion, Then then, boolean comparison)
        implements Rule.OfMoney {

    /** Refuses a step without a raise and the reverse, and what could not be compared exactly. */
    public EqualShares {
        if (completion.steps() != share.step().amount() > 0) {
            throw new IllegalArgumentException(
                    "a step of the share goes with the completions add1 and add1-exhaustive");
        }
        if (completion == Completion.NEXT && utility == Utility.SQRT_COST) {
            throw new IllegalArgumentException("with sqrt-cost the next share is no fraction: no completion next");
        }
        if (comparison && utility == Utility.SQRT_COST) {
            throw new IllegalArgumentException("sums of square roots are not compared: no comparison with sqrt-cost");
        }
        if (then == Then.PHRAGMEN && (utility == Utility.POINTS || utility == Utility.BORDA)) {
            throw new IllegalArgumentException("Phragmén's rule fills up after approval ballots only");
        }
    }

    /** One run with the exact share and nothing after it. */
    public static EqualShares plain(Utility utility) {
        return new EqualShares(utility, Share.exact(Step.NONE), Completion.NONE, Then.NOTHING, false);
    }

    /**
     * What cities announce as Equal Shares: the share starts at a whole number and rises by one.
     *
     * @param unit one unit of the currency in minor units
     */
    public static EqualShares add1(Utility utility, long unit) {
        Share share = new Share(Start.FLOOR, new Step(unit, StepUnit.PER_VOTER), true);
        return new EqualShares(utility, share, Completion.ADD1, Then.NOTHING, false);
    }

    /** The same rule, filled up. */
    public EqualShares then(Then filling) {
        return new EqualShares(utility, share, completion, filling, comparison);
    }

    /** The same rule, compared with {@code greedy}. */
    public EqualShares compared() {
        return new EqualShares(utility, share, completion, then, true);
    }

    @Override
    public String id() {
        return "mes";
    }

    @Override
    public String text() {
        return EqualSharesText.of(this);
    }

    /** What an option is worth to a voter who supports it. */
    public enum Utility {
        /** What it costs; approval ballots. */
        COST,
        /** One; approval ballots. */
        CARDINALITY,
        /** The square root of what it costs; approval ballots. */
        SQRT_COST,
        /** The points that the voter gave it, where they are positive; ballots with points. */
        POINTS,
        /** {@code L - p - 1} for place p (from 0) of a ranking that names L options; rankings. */
        BORDA;

        /** The name in rules. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * How much each voter starts with.
     *
     * @param start how budget / voters is rounded
     * @param step by how much it rises from run to run
     * @param blanks whether blank ballots are voters too
     */
    public record Share(Start start, Step step, boolean blanks) {

        /** Refuses to round down where there is no step to round to. */
        public Share {
            if (start == Start.FLOOR && step.unit() != StepUnit.PER_VOTER) {
                throw new IllegalArgumentException("a share is rounded down to whole steps per voter");
            }
        }

        /** The exact share, blank ballots counted as voters. */
        public static Share exact(Step step) {
            return new Share(Start.EXACT, step, true);
        }
    }

    /** The share of the first run. */
    public enum Start {
        /** Budget / voters, an exact fraction. */
        EXACT,
        /** The largest whole number of steps that is not larger. */
        FLOOR
    }

    /**
     * By how much the share rises.
     *
     * @param amount 0 where it does not
     * @param unit what the amount counts
     */
    public record Step(long amount, StepUnit unit) {

        /** No rise. */
        public static final Step NONE = new Step(0, StepUnit.NOTHING);

        /** Refuses a negative amount and an amount of nothing. */
        public Step {
            if (amount < 0 || amount == 0 != (unit == StepUnit.NOTHING)) {
                throw new IllegalArgumentException("no step of the share: " + amount);
            }
        }
    }

    /** What the amount of a step counts. */
    public enum StepUnit {
        /** There is no step. */
        NOTHING,
        /** Minor units of money for each voter. */
        PER_VOTER,
        /** Hundredths of the budget for all voters together. */
        PERCENT_OF_BUDGET
    }

    /** Whether the share is raised beyond what there is, as long as the outcome stays within the budget. */
    public enum Completion {
        /** One run. */
        NONE,
        /**
         * By the step until the next outcome would cost more than the budget, or every option that has a supporter is
         * bought: the practice of cities. The outcome before it stands.
         */
        ADD1,
        /** Like {@link #ADD1}, but stops as soon as no option with a supporter would fit into the money left. */
        ADD1_EXHAUSTIVE,
        /**
         * Without a step: to the next share from which on other options are bought, until these would cost more than
         * the budget, or every option that has a supporter is bought. The outcome before it stands.
         *
         * <p>Precisely: but for finitely many single shares, the options that a run buys are the same on intervals of
         * shares. The first outcome is that of the share of the first run itself, the next are those of the intervals
         * above it, in rising order, each told at the lower end of its interval; ties at that end are broken as a share
         * above it by however little would, and only ties that hold just above it too by the method for ties. What is
         * bought at a single share only is not considered. So this is what {@link #ADD1} comes to as its step goes to
         * 0. Another order of purchases is no other outcome.
         */
        NEXT;

        /** Whether a step tells by how much the share rises. */
        public boolean steps() {
            return this == ADD1 || this == ADD1_EXHAUSTIVE;
        }

        /** The name in rules. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** By what the money left is spent. */
    public enum Then {
        /** It is left. */
        NOTHING,
        /** By {@code greedy} over the options not bought. */
        GREEDY,
        /** By {@code phragmen} over the options not bought, all voters starting from nothing. */
        PHRAGMEN;

        /** The name in rules. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
