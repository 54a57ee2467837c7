package eu.urne.engine.tally;

import java.util.Comparator;
import java.util.List;

/**
 * How ballots become winners, with every parameter that could change the outcome. A rule is part of a frozen
 * definition: {@link #text()} is what is hashed and published, {@link #parse} reads it back.
 */
public sealed interface Rule permits Rule.OfMoney, Earmarked, MostVotes, MajorityJudgment, CouncilMotion {

    /** A rule that spends a budget by the ballots alone. */
    sealed interface OfMoney extends Rule permits Greedy, EqualShares, Phragmen {}

    /** The published name of the rule without its parameters, such as {@code greedy-threshold}. */
    String id();

    /** Name and parameters in their one canonical spelling: {@code id} or {@code id:name=value,name=value}. */
    String text();

    /**
     * Reads what {@link #text()} wrote.
     *
     * @throws IllegalArgumentException if the text is not the canonical spelling of a known rule; the message is a
     *     sentence for people
     */
    static Rule parse(String text) {
        return RuleText.parse(text);
    }

    /**
     * The options in order of their score, each taken if the money left pays for it.
     *
     * <p>Scores: an approval counts 1, points add up, a place on a ranking is worth {@link Election#maxLength()} less
     * its position from 0, and 0 behind that.
     *
     * @param form what happens to an option that does not fit, and the name under which the rule is known
     * @param minimum options with a lower score are not considered, whatever the form; in units of the points; 0 for no
     *     minimum
     * @param conflicts pairs of which only one can be chosen; only for {@link Form#EXCLUSIVE}; kept in ascending order
     */
    record Greedy(Form form, long minimum, List<Conflict> conflicts) implements OfMoney {

        /** Refuses a negative minimum and conflicts that the form does not know. */
        public Greedy {
            if (minimum < 0) {
                throw new IllegalArgumentException("negative minimum score " + minimum);
            }
            if (form != Form.EXCLUSIVE && !conflicts.isEmpty()) {
                throw new IllegalArgumentException("the rule " + form.id + " knows no conflicts");
            }
            conflicts = conflicts.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(Conflict::first).thenComparingInt(Conflict::second))
                    .toList();
        }

        /** {@code greedy}: skips what does not fit and goes on. */
        public static Greedy plain() {
            return new Greedy(Form.PLAIN, 0, List.of());
        }

        /** {@code greedy-no-skip}: stops at the first option that does not fit. */
        public static Greedy noSkip() {
            return new Greedy(Form.NO_SKIP, 0, List.of());
        }

        /** {@code greedy-per-cost}: by score divided by cost. */
        public static Greedy perCost() {
            return new Greedy(Form.PER_COST, 0, List.of());
        }

        /** The rule of a form without minimum and conflicts. */
        public static Greedy of(Form form) {
            return new Greedy(form, 0, List.of());
        }

        /** {@code greedy-threshold}: {@code greedy} over the options whose score reaches the minimum. */
        public static Greedy threshold(long minimum) {
            return new Greedy(Form.THRESHOLD, minimum, List.of());
        }

        /** {@code greedy-exclusive}: {@code greedy}, but skips what is in conflict with an option already chosen. */
        public static Greedy exclusive(List<Conflict> conflicts) {
            return new Greedy(Form.EXCLUSIVE, 0, conflicts);
        }

        @Override
        public String id() {
            return form.id;
        }

        @Override
        public String text() {
            return RuleText.of(this);
        }
    }

    /** The greedy rules by name. */
    enum Form {
        /** Skips what does not fit. */
        PLAIN("greedy"),
        /** Stops at the first option that does not fit. */
        NO_SKIP("greedy-no-skip"),
        /** Like {@link #PLAIN}, known by its minimum score. */
        THRESHOLD("greedy-threshold"),
        /** Like {@link #PLAIN}, but skips what is in conflict with an option already chosen. */
        EXCLUSIVE("greedy-exclusive"),
        /**
         * Like {@link #NO_SKIP}, but the first option that does not fit is chosen too if the money left covers at least
         * 80 % of its cost; the rest is paid from elsewhere. Nothing is considered after it. (Poznań's rule.)
         */
        RESERVE("greedy-custom"),
        /** Like {@link #PLAIN}, by score divided by cost; what costs nothing and has a score comes first. */
        PER_COST("greedy-per-cost"),
        /** {@link #PLAIN} over baskets: the number of approval ballots (each within the budget) naming an option. */
        KNAPSACK("knapsack"),
        /** {@link #PLAIN} over points. */
        POINTS("points"),
        /** {@link #PLAIN} over rankings, place p of a ballot naming L options being worth {@code L - p - 1}. */
        BORDA("borda"),
        /** Like {@link #BORDA}, by score divided by cost. */
        BORDA_PER_COST("borda-per-cost");

        private final String id;

        Form(String id) {
            this.id = id;
        }

        /** Whether scores are divided by costs. */
        public boolean perCost() {
            return this == PER_COST || this == BORDA_PER_COST;
        }

        /** Whether counting stops at the first option that does not fit. */
        public boolean stops() {
            return this == NO_SKIP || this == RESERVE;
        }

        /** The published name, as in {@link Rule#id()}. */
        public String id() {
            return id;
        }
    }

    /**
     * Two options of which only one can be chosen.
     *
     * @param first the smaller index
     * @param second the larger index
     */
    record Conflict(int first, int second) {

        /** Puts the pair in order; refuses an option in conflict with itself. */
        public Conflict {
            if (first == second || first < 0 || second < 0) {
                throw new IllegalArgumentException("no conflict: " + first + " and " + second);
            }
            int smaller = Math.min(first, second);
            second = Math.max(first, second);
            first = smaller;
        }
    }
}
