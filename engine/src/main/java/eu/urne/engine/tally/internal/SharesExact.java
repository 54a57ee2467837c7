package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The exact numbers of a run, worked out only where they are asked for.
 *
 * <p>What a voter has left is the share less the prices of the rounds in which he paid in full, or nothing. So the
 * price of a round is a whole combination of the cost, the share and earlier prices, divided by the worth to those who
 * paid in full; and so is its slope, by which it changes with the share, of earlier slopes.
 */
final class SharesExact {

    /**
     * What an option costs its supporters per unit of worth.
     *
     * @param numerator over the common denominator of the prices times {@code full}
     * @param full the worth to those who pay in full
     */
    record Price(BigInteger numerator, long full) {}

    private final SharesState state;
    private final Support support;
    /** The share and the prices of the rounds; how fast each grows with the share. */
    private final CommonFractions prices;

    private final CommonFractions slopes;

    /** By round: the worth to those who paid in full. */
    private final long[] full;

    private final long[] coefficients;

    /** By group: the last question in which it was found to have less than its part, or just as much. */
    private final int[] less;

    private final int[] same;
    private int question;

    SharesExact(SharesState state) {
        this.state = state;
        this.support = state.support;
        int options = state.cost.length;
        this.prices = new CommonFractions(options + 1);
        this.slopes = new CommonFractions(options + 1);
        this.full = new long[options];
        this.coefficients = new long[options];
        this.less = new int[support.groups()];
        this.same = new int[support.groups()];
    }

    void begin() {
        prices.begin(state.share);
        slopes.begin(Fraction.of(1));
    }

    /** The price of a round in lowest terms, per unit of worth. */
    Fraction price(int round) {
        know(round + 1);
        return prices.get(round + 1);
    }

    /** The share, then the prices of the rounds. */
    CommonFractions prices() {
        know(state.rounds);
        return prices;
    }

    /** By how much each of {@link #prices} changes for each unit by which the share grows, on the same course. */
    CommonFractions slopes() {
        knowSlopes(state.rounds);
        return slopes;
    }

    /**
     * What a voter has left before a round, less what he would pay in it.
     *
     * @param group with money left before the round
     * @param worth to the voter, in units that cost {@code per} times the price of the round
     */
    Line leftAfter(int group, int round, long worth, Fraction per) {
        knowSlopes(state.rounds);
        Arrays.fill(coefficients, 0, round, 0);
        addPaid(group, round, 1);
        return line(round, 1, 0).negated().times(per.denominator()).minus(price(round, worth, per));
    }

    /**
     * What lacks for a cost before a round if some groups give all they have.
     *
     * @param givers groups with money left before the round
     */
    Line lacking(long cost, int[] givers, int round) {
        knowSlopes(state.rounds);
        Arrays.fill(coefficients, 0, round, 0);
        long voters = 0;
        for (int group : givers) {
            voters += support.weight[group];
            addPaid(group, round, support.weight[group]);
        }
        return line(round, voters, cost);
    }

    /**
     * As above, less what others pay in the round for so much worth, in units that cost {@code per} times its price.
     */
    Line lacking(long cost, int[] givers, int round, long worth, Fraction per) {
        return lacking(cost, givers, round).times(per.denominator()).minus(price(round, worth, per));
    }

    private Line price(int round, long worth, Fraction per) {
        return together(prices.numerator(round + 1), slopes.numerator(round + 1))
                .times(per.numerator().multiply(BigInteger.valueOf(worth)));
    }

    private Line line(int round, long voters, long cost) {
        return together(combine(prices, round, voters).add(prices.whole(cost)), combine(slopes, round, voters));
    }

    /** Brings a value and a slope to the same denominator. */
    private Line together(BigInteger value, BigInteger slope) {
        return new Line(value.multiply(slopes.denominator()), slope.multiply(prices.denominator()));
    }

    /** A price that was just asked for, in lowest terms. */
    Fraction fraction(Price price) {
        return new Fraction(price.numerator(), prices.whole(price.full()));
    }

    /** What all voters of the supporting groups have left together after the last round. */
    Fraction moneyOfSupporters(int option) {
        know(state.rounds);
        Arrays.fill(coefficients, 0, state.rounds, 0);
        long voters = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            if (state.spent[support.group[at]] == 0) {
                voters += support.weight[support.group[at]];
                addPaid(support.group[at], state.rounds, support.weight[support.group[at]]);
            }
        }
        return new Fraction(combine(prices, state.rounds, voters).negate(), prices.denominator());
    }

    /** The lowest price for which the payments cover the cost, if any does; {@link #has} then tells who can pay. */
    Optional<Price> priceOf(int option, long atLeast) {
        know(state.rounds);
        question++;
        int from = support.firstSupporter[option];
        int to = support.firstSupporter[option + 1];
        for (int at = from; at < to; at++) {
            if (state.compare(support.group[at], support.value[at], atLeast, Long.MAX_VALUE) < 0) {
                less[support.group[at]] = question;
            }
        }
        while (true) {
            Optional<Price> price = priceWithout(option, from, to);
            if (price.isEmpty() || !moveToLess(from, to, price.get())) {
                return price;
            }
        }
    }

    /** After {@link #priceOf}: -1 if a group has less than its part, 0 if just as much, 1 if more. */
    int has(int group) {
        return less[group] == question ? -1 : same[group] == question ? 0 : 1;
    }

    /** The price if those found to have less than their part pay what they have. */
    private Optional<Price> priceWithout(int option, int from, int to) {
        Arrays.fill(coefficients, 0, state.rounds, 0);
        long poor = 0;
        long rich = 0;
        for (int at = from; at < to; at++) {
            int group = support.group[at];
            if (state.spent[group] == 0) {
                if (less[group] == question) {
                    poor += support.weight[group];
                    addPaid(group, state.rounds, support.weight[group]);
                } else {
                    rich += support.weight[group] * support.value[at];
                }
            }
        }
        if (rich == 0) {
            return Optional.empty();
        }
        return Optional.of(new Price(combine(prices, state.rounds, poor).add(prices.whole(state.cost[option])), rich));
    }

    /** Finds who has less than his part at a price. */
    private boolean moveToLess(int from, int to, Price price) {
        boolean moved = false;
        long low = state.units(price.numerator(), prices.whole(price.full()));
        Map<List<Long>, Integer> asked = new HashMap<>();
        for (int at = from; at < to; at++) {
            int group = support.group[at];
            if (state.spent[group] != 0 || less[group] == question) {
                continue;
            }
            long worth = support.value[at];
            int sign = state.compare(group, worth, low, low + 1);
            if (sign == 0) {
                sign = asked.computeIfAbsent(history(group, worth), history -> compare(history, price));
            }
            same[group] = sign == 0 ? question : 0;
            if (sign < 0) {
                less[group] = question;
                moved = true;
            }
        }
        return moved;
    }

    /** The worth of the option in question, then round and worth of everything that the group has paid in full. */
    private List<Long> history(int group, long worth) {
        List<Long> history = new ArrayList<>();
        history.add(worth);
        int[] rounds = new int[support.first[group + 1] - support.first[group]];
        long[] paid = new long[state.rounds];
        int count = 0;
        for (int entry = support.first[group]; entry < support.first[group + 1]; entry++) {
            int round = state.boughtAt[support.option[entry]];
            if (round >= 0) {
                rounds[count++] = round;
                paid[round] = support.worth[entry];
            }
        }
        Arrays.sort(rounds, 0, count);
        for (int i = 0; i < count; i++) {
            history.add((long) rounds[i]);
            history.add(paid[rounds[i]]);
        }
        return history;
    }

    /** The sign of the money left by a history, less what the option would take. */
    private int compare(List<Long> history, Price price) {
        Arrays.fill(coefficients, 0, state.rounds, 0);
        for (int i = 1; i < history.size(); i += 2) {
            coefficients[history.get(i).intValue()] = history.get(i + 1);
        }
        BigInteger left = combine(prices, state.rounds, 1).negate();
        return left.multiply(BigInteger.valueOf(price.full()))
                .compareTo(price.numerator().multiply(BigInteger.valueOf(history.getFirst())));
    }

    /** Adds the rounds before {@code before} in which a group with money left has paid. */
    private void addPaid(int group, int before, long voters) {
        for (int entry = support.first[group]; entry < support.first[group + 1]; entry++) {
            int round = state.boughtAt[support.option[entry]];
            if (round >= 0 && round < before) {
                coefficients[round] += voters * support.worth[entry];
            }
        }
    }

    /** {@code sum of coefficients * prices - voters * share}, or the same of the slopes, as a numerator. */
    private BigInteger combine(CommonFractions terms, int rounds, long voters) {
        BigInteger sum = terms.times(0, -voters);
        for (int round = 0; round < rounds; round++) {
            if (coefficients[round] != 0) {
                sum = sum.add(terms.times(round + 1, coefficients[round]));
            }
        }
        return sum;
    }

    private void know(int rounds) {
        while (prices.size() <= rounds) {
            int round = prices.size() - 1;
            long poor = toThePoor(round);
            long cost = state.cost[state.bought[round]];
            prices.add(combine(prices, round, poor).add(prices.whole(cost)), full[round]);
        }
    }

    private void knowSlopes(int rounds) {
        know(rounds);
        while (slopes.size() <= rounds) {
            int round = slopes.size() - 1;
            slopes.add(combine(slopes, round, toThePoor(round)), full[round]);
        }
    }

    /** Sets the coefficients to what those had paid before who could not pay their part in a round; how many voters. */
    private long toThePoor(int round) {
        int option = state.bought[round];
        Arrays.fill(coefficients, 0, round, 0);
        long poor = 0;
        long rich = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            int spent = state.spent[group];
            if (spent == round + 1) {
                poor += support.weight[group];
                addPaid(group, round, support.weight[group]);
            } else if (spent == 0 || Math.abs(spent) > round) {
                rich += support.weight[group] * support.value[at];
            }
        }
        full[round] = rich;
        return poor;
    }
}
