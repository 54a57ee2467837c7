package eu.urne.engine.tally;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A rule for money, after some options were funded beforehand and some categories got a minimum.
 *
 * <p>What is funded beforehand is selected first, in ascending order, whatever its votes, and its cost comes off the
 * budget: with Equal Shares therefore off everybody's share alike. Then each category in its order is counted by the
 * rule over its own options not yet selected, with its minimum for a budget. Last comes a count over all options not
 * yet selected, with all the money left, the unspent part of the minimums included. A category can thus get more than
 * its minimum, and less where its options or votes do not reach so far.
 *
 * <p>Each of these counts starts anew: everyone has an equal share of its money, or has earned nothing yet; what
 * stopped an earlier one does not stop it. A ballot means in each what it means as a whole: scores, utilities and the
 * number of voters are those of the election. A minimum score holds in each, and conflicts with everything selected
 * before.
 *
 * @param rule what counts; not {@link Rule.Form#RESERVE} together with minimums
 * @param funded indexes of the options funded beforehand, distinct, kept in ascending order; they count towards no
 *     minimum
 * @param minimums in the order in which they are counted; no option in two of them, no name twice
 */
public record Earmarked(Rule.OfMoney rule, List<Integer> funded, List<Minimum> minimums) implements Rule {

    /** Refuses what says nothing, and indexes and names that stand twice. */
    public Earmarked {
        funded = funded.stream().sorted().toList();
        minimums = List.copyOf(minimums);
        if (funded.isEmpty() && minimums.isEmpty()) {
            throw new IllegalArgumentException("nothing is earmarked: use the rule " + rule.text() + " itself");
        }
        requireDistinct(funded, "option ", " is funded beforehand twice");
        requireDistinct(minimums.stream().map(Minimum::category).toList(), "category ", " has two minimums");
        requireDistinct(
                minimums.stream()
                        .flatMap(minimum -> minimum.options().stream().boxed())
                        .toList(),
                "option ",
                " is in two categories");
        if (!minimums.isEmpty() && rule instanceof Rule.Greedy greedy && greedy.form() == Rule.Form.RESERVE) {
            throw new IllegalArgumentException("a minimum has no reserve: no minimums with greedy-custom");
        }
    }

    @Override
    public String id() {
        return "earmarked";
    }

    @Override
    public String text() {
        return EarmarkedText.of(this);
    }

    private static void requireDistinct(List<?> values, String what, String refusal) {
        Set<Object> seen = new HashSet<>();
        for (Object value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(what + value + refusal);
            }
        }
    }

    /**
     * What a category gets at least to spend.
     *
     * @param category its name, not blank, without the characters {@code , + / = %}
     * @param options its options, distinct, kept in ascending order, at least one
     * @param amount above 0
     * @param unit what the amount counts
     */
    public record Minimum(String category, Indexes options, long amount, Unit unit) {

        /** Puts the options in order; refuses what cannot be. */
        public Minimum {
            if (category.isBlank() || category.chars().anyMatch(c -> ",+/=%".indexOf(c) >= 0)) {
                throw new IllegalArgumentException("\"" + category + "\" is no name of a category");
            }
            if (options.size() == 0 || !options.distinct()) {
                throw new IllegalArgumentException("category " + category + " has no options, or one of them twice");
            }
            if (amount <= 0 || (unit == Unit.PERCENT_OF_BUDGET && amount > 100)) {
                throw new IllegalArgumentException("the minimum of " + category + " cannot be " + amount);
            }
            options = options.sorted();
        }

        /** The minimum in minor units; a percentage is of the whole budget, rounded down. */
        public long of(long budget) {
            return switch (unit) {
                case MONEY -> amount;
                case PERCENT_OF_BUDGET ->
                    Fraction.of(budget).times(Fraction.of(amount, 100)).floor().longValueExact();
            };
        }
    }

    /** What the amount of a minimum counts. */
    public enum Unit {
        /** Minor units of money. */
        MONEY,
        /** Hundredths of the budget. */
        PERCENT_OF_BUDGET
    }
}
