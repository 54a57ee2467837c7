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
 * price of a round is a whole combination of earlier prices divided by the worth to those who paid in full: with
 * {@code k(t)} for that worth, all prices before round t have the common denominator {@code D(t) = D(t-1) k(t-1)}. Sums
 * over it are made in the manner of Horner, which needs one small multiplication a round.
 */
final class SharesExact {

    /**
     * What an option costs its supporters per unit of worth.
     *
     * @param numerator over the common denominator times {@code full}
     * @param full the worth to those who pay in full
     */
    record Price(BigInteger numerator, long full) {}

    private final SharesState state;
    private final Support support;
    private final BigInteger[] numerators;
    private final BigInteger[] denominators;
    private final long[] full;
    private final long[] coefficients;

    /** By group: the last question in which it was found to have less than its part, or just as much. */
    private final int[] less;

    private final int[] same;
    private int question;
    private int known;

    SharesExact(SharesState state) {
        this.state = state;
        this.support = state.support;
        int options = state.cost.length;
        this.numerators = new BigInteger[options];
        this.denominators = new BigInteger[options + 1];
        this.full = new long[options];
        this.coefficients = new long[options];
        this.less = new int[support.groups()];
        this.same = new int[support.groups()];
    }

    void begin() {
        known = 0;
        denominators[0] = state.share.denominator();
    }

    /** The price of a round in lowest terms, per unit of worth. */
    Fraction price(int round) {
        know(round + 1);
        return new Fraction(numerators[round], denominators[round + 1]);
    }

    /** A price that was just asked for, in lowest terms. */
    Fraction fraction(Price price) {
        return new Fraction(price.numerator(), denominators[state.rounds].multiply(BigInteger.valueOf(price.full())));
    }

    /** What all voters of the supporting groups have left together after the last round. */
    Fraction moneyOfSupporters(int option) {
        know(state.rounds);
        Arrays.fill(coefficients, 0, state.rounds, 0);
        long voters = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            if (state.spent[support.group[at]] == 0) {
                voters += support.weight[support.group[at]];
                addPaid(support.group[at], state.rounds);
            }
        }
        BigInteger sum = combine(state.rounds, voters, BigInteger.ZERO).negate();
        return new Fraction(sum, denominators[state.rounds]);
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
                    addPaid(group, state.rounds);
                } else {
                    rich += support.weight[group] * support.value[at];
                }
            }
        }
        if (rich == 0) {
            return Optional.empty();
        }
        return Optional.of(new Price(combine(state.rounds, poor, BigInteger.valueOf(state.cost[option])), rich));
    }

    /** Finds who has less than his part at a price. */
    private boolean moveToLess(int from, int to, Price price) {
        boolean moved = false;
        long low =
                state.units(price.numerator(), denominators[state.rounds].multiply(BigInteger.valueOf(price.full())));
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
        BigInteger left = combine(state.rounds, 1, BigInteger.ZERO).negate();
        return left.multiply(BigInteger.valueOf(price.full()))
                .compareTo(price.numerator().multiply(BigInteger.valueOf(history.getFirst())));
    }

    /** Adds the rounds before {@code before} in which a group with money left has paid. */
    private void addPaid(int group, int before) {
        for (int entry = support.first[group]; entry < support.first[group + 1]; entry++) {
            int round = state.boughtAt[support.option[entry]];
            if (round >= 0 && round < before) {
                coefficients[round] += support.weight[group] * support.worth[entry];
            }
        }
    }

    /** {@code cost - voters * share + sum of coefficients * prices}, over the common denominator of the rounds. */
    private BigInteger combine(int rounds, long voters, BigInteger cost) {
        BigInteger sum = state.share.numerator().multiply(BigInteger.valueOf(-voters));
        for (int round = 0; round < rounds; round++) {
            sum = sum.multiply(BigInteger.valueOf(full[round]));
            if (coefficients[round] != 0) {
                sum = sum.add(numerators[round].multiply(BigInteger.valueOf(coefficients[round])));
            }
        }
        return sum.add(cost.multiply(denominators[rounds]));
    }

    private void know(int rounds) {
        while (known < rounds) {
            int round = known;
            int option = state.bought[round];
            Arrays.fill(coefficients, 0, round, 0);
            long poor = 0;
            long rich = 0;
            for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
                int group = support.group[at];
                int spent = state.spent[group];
                if (spent == round + 1) {
                    poor += support.weight[group];
                    addPaid(group, round);
                } else if (spent == 0 || Math.abs(spent) > round) {
                    rich += support.weight[group] * support.value[at];
                }
            }
            numerators[round] = combine(round, poor, BigInteger.valueOf(state.cost[option]));
            full[round] = rich;
            denominators[round + 1] = denominators[round].multiply(BigInteger.valueOf(rich));
            known++;
        }
    }
}
