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

    /** By round: how fast the price grows with the share, over the same denominator as the price. */
    private final BigInteger[] slopes;

    private final BigInteger[] denominators;
    private final long[] full;
    private final long[] coefficients;

    /** By group: the last question in which it was found to have less than its part, or just as much. */
    private final int[] less;

    private final int[] same;
    private int question;
    private int known;
    private int sloped;

    SharesExact(SharesState state) {
        this.state = state;
        this.support = state.support;
        int options = state.cost.length;
        this.numerators = new BigInteger[options];
        this.slopes = new BigInteger[options];
        this.denominators = new BigInteger[options + 1];
        this.full = new long[options];
        this.coefficients = new long[options];
        this.less = new int[support.groups()];
        this.same = new int[support.groups()];
    }

    void begin() {
        known = 0;
        sloped = 0;
        denominators[0] = state.share.denominator();
    }

    /** The price of a round in lowest terms, per unit of worth. */
    Fraction price(int round) {
        know(round + 1);
        return new Fraction(numerators[round], denominators[round + 1]);
    }

    /**
     * By how much the price of a round changes for each unit by which the share grows, while the course is the same.
     */
    Fraction slope(int round) {
        knowSlopes(round + 1);
        return new Fraction(slopes[round], denominators[round + 1]);
    }

    /**
     * What a voter has left before a round, less what he would pay in it.
     *
     * @param group with money left before the round
     * @param worth to the voter, in units that cost {@code per} times the price of the round
     */
    Line leftAfter(int group, int round, long worth, Fraction per) {
        Arrays.fill(coefficients, 0, round, 0);
        addPaid(group, round, 1);
        return line(round, 1, BigInteger.ZERO)
                .negated()
                .times(per.denominator().multiply(BigInteger.valueOf(full[round])))
                .minus(priceLine(round).times(per.numerator().multiply(BigInteger.valueOf(worth))));
    }

    /**
     * What lacks for a cost before a round if some groups give all they have.
     *
     * @param givers groups with money left before the round
     */
    Line lacking(long cost, List<Integer> givers, int round) {
        Arrays.fill(coefficients, 0, round, 0);
        long voters = 0;
        for (int group : givers) {
            voters += support.weight[group];
            addPaid(group, round, support.weight[group]);
        }
        return line(round, voters, BigInteger.valueOf(cost));
    }

    /**
     * As above, less what others pay in the round for so much worth, in units that cost {@code per} times its price.
     */
    Line lacking(long cost, List<Integer> givers, int round, long worth, Fraction per) {
        return lacking(cost, givers, round)
                .times(per.denominator().multiply(BigInteger.valueOf(full[round])))
                .minus(priceLine(round).times(per.numerator().multiply(BigInteger.valueOf(worth))));
    }

    private Line priceLine(int round) {
        knowSlopes(round + 1);
        return new Line(numerators[round], slopes[round]);
    }

    private Line line(int round, long voters, BigInteger cost) {
        knowSlopes(round);
        return new Line(combine(round, voters, cost), combineSlopes(round, voters));
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
                addPaid(support.group[at], state.rounds, support.weight[support.group[at]]);
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
                    addPaid(group, state.rounds, support.weight[group]);
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
    private void addPaid(int group, int before, long voters) {
        for (int entry = support.first[group]; entry < support.first[group + 1]; entry++) {
            int round = state.boughtAt[support.option[entry]];
            if (round >= 0 && round < before) {
                coefficients[round] += voters * support.worth[entry];
            }
        }
    }

    /** {@code cost - voters * share + sum of coefficients * prices}, over the common denominator of the rounds. */
    private BigInteger combine(int rounds, long voters, BigInteger cost) {
        return horner(numerators, rounds, state.share.numerator().multiply(BigInteger.valueOf(-voters)))
                .add(cost.multiply(denominators[rounds]));
    }

    /** How fast that grows with the share. */
    private BigInteger combineSlopes(int rounds, long voters) {
        return horner(slopes, rounds, state.share.denominator().multiply(BigInteger.valueOf(-voters)));
    }

    private BigInteger horner(BigInteger[] terms, int rounds, BigInteger first) {
        BigInteger sum = first;
        for (int round = 0; round < rounds; round++) {
            sum = sum.multiply(BigInteger.valueOf(full[round]));
            if (coefficients[round] != 0) {
                sum = sum.add(terms[round].multiply(BigInteger.valueOf(coefficients[round])));
            }
        }
        return sum;
    }

    private void know(int rounds) {
        while (known < rounds) {
            int round = known;
            long poor = toThePoor(round);
            numerators[round] = combine(round, poor, BigInteger.valueOf(state.cost[state.bought[round]]));
            denominators[round + 1] = denominators[round].multiply(BigInteger.valueOf(full[round]));
            known++;
        }
    }

    private void knowSlopes(int rounds) {
        know(rounds);
        while (sloped < rounds) {
            slopes[sloped] = combineSlopes(sloped, toThePoor(sloped));
            sloped++;
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
