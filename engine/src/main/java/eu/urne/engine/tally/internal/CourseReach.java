package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How far around its share a run of Equal Shares takes the same course: the same purchases in the same order, paid in
 * full by the same voters.
 *
 * <p>Along one course prices and what is left are linear functions of the share, as {@link SharesExact} tells them. The
 * course is the same as long as (1) who pays a round in full has enough and who pays less has not; (2) at the price of
 * a round no other option could be paid for; (3) after the last round none could be paid for with all that is left. (1)
 * and (3) are signs of linear functions. In (2) the sign is that of {@code cost - sum of min(b(i), q u(i))}, a convex
 * function of the share, which lies above its tangent: where the tangent has its sign, so has it. So the reach told
 * here may end before anything changes, but nothing changes within it.
 *
 * <p>Where these functions have their zeros is bounded in floating point first, and worked out exactly for those that
 * may come first.
 */
final class CourseReach {

    /** Relative error of the sums below, with a wide margin: some thousand roundings of {@code 2^-53}. */
    private static final double ERROR = 0x1p-38;

    /** A number known up to an error. */
    private record Range(double about, double error) {

        double least() {
            return about - error;
        }

        double most() {
            return about + error;
        }
    }

    /** A condition of the course: the line is above 0, or 0 for good. */
    private record Condition(double nearest, boolean doubtedBelow, Supplier<Line> line) {}

    private final SharesRun run;
    private final SharesState state;
    private final Support support;
    private final EqualShares.Utility utility;
    private final Fraction below;
    private final double roughlyBelow;
    private final double share;

    /** By group: what each of its voters has left before the round at hand, and how fast that grows with the share. */
    private final double[] left;

    private final double[] growth;

    /** Room for the groups that give all they have for one option. */
    private final int[] givers;

    private final List<Condition> conditions = new ArrayList<>();
    private double farthest = Double.POSITIVE_INFINITY;
    private double price;
    private double slope;
    private boolean interior = true;
    private Optional<Fraction> end = Optional.empty();

    /**
     * Looks around the last run; if that broke off as too dear, at its course until then.
     *
     * @param utility not the square root of the cost, whose zeros are no fractions
     * @param below how far below the share is asked about too; small, above 0
     */
    CourseReach(SharesRun run, EqualShares.Utility utility, Fraction below) {
        this.run = run;
        this.state = run.state;
        this.support = state.support;
        this.utility = utility;
        this.below = below;
        this.roughlyBelow = FurtherVotes.rough(below);
        this.share = FurtherVotes.rough(state.share);
        this.left = new double[support.groups()];
        this.growth = new double[support.groups()];
        this.givers = new int[support.groups()];
        Arrays.fill(left, share);
        Arrays.fill(growth, 1);
        CommonFractions prices = run.exact.prices();
        CommonFractions slopes = run.exact.slopes();
        for (int round = 0; round < state.rounds; round++) {
            price = FurtherVotes.rough(prices.numerator(round + 1), prices.denominator());
            slope = FurtherVotes.rough(slopes.numerator(round + 1), slopes.denominator());
            rivals(round);
            payers(round);
        }
        if (run.affordable()) {
            leftovers();
        }
        conditions.forEach(this::settle);
    }

    /** Whether the course is the same all the way down to so far below the share, the end not included. */
    boolean reachesBelow() {
        return interior;
    }

    /** The share up to which the course is surely the same, itself not included; empty if it is the same for good. */
    Optional<Fraction> end() {
        return end.map(state.share::plus);
    }

    /** Condition (2). */
    private void rivals(int round) {
        int bought = state.bought[round];
        for (int option = 0; option < state.cost.length; option++) {
            long cost = state.cost[option];
            boolean waits = cost > 0
                    && support.total[option] > 0
                    && (state.boughtAt[option] < 0 || state.boughtAt[option] > round);
            double per = per(option, bought);
            // Prices fall when the share rises, so that no more than this will be paid.
            if (waits && cost * (1 - ERROR) <= support.total[option] * per * price) {
                rival(option, round, per);
            }
        }
    }

    private void rival(int option, int round, double per) {
        int giving = 0;
        long worth = 0;
        double paid = 0;
        double faster = 0;
        double slower = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            if (!hasMoney(group, round)) {
                continue;
            }
            if (givesAll(option, at, round, per)) {
                givers[giving++] = group;
                paid += support.weight[group] * left[group];
                faster += support.weight[group] * growth[group];
            } else {
                worth += support.weight[group] * support.value[at];
            }
        }
        paid += worth * per * price;
        slower -= worth * per * slope;
        double error = ERROR * (state.cost[option] + support.total[option] * share);
        Range value = new Range(state.cost[option] - paid, error);
        Range grows = new Range(slower - faster, ERROR * (slower + faster));
        if (matters(value, grows)) {
            long payers = worth;
            int[] all = Arrays.copyOf(givers, giving);
            note(
                    value,
                    grows,
                    () -> run.exact.lacking(
                            state.cost[option], all, round, payers, exactly(option, state.bought[round])));
        }
    }

    /** Whether a supporter has less than his part of a rival's price; where that is doubtful it is decided exactly. */
    private boolean givesAll(int option, int at, int round, double per) {
        int group = support.group[at];
        double part = support.value[at] * per * price;
        if (Math.abs(left[group] - part) > ERROR * (share + part)) {
            return left[group] < part;
        }
        Fraction ratio = exactly(option, state.bought[round]);
        return run.exact
                        .leftAfter(group, round, support.value[at], ratio)
                        .value()
                        .signum()
                < 0;
    }

    /** Condition (1); then they pay. */
    private void payers(int round) {
        int option = state.bought[round];
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            if (!hasMoney(group, round)) {
                continue;
            }
            long worth = support.value[at];
            boolean less = state.spent[group] == round + 1;
            double rest = left[group] - worth * price;
            double faster = growth[group] - worth * slope;
            int sign = less ? -1 : 1;
            Range value = new Range(sign * rest, ERROR * (share + worth * price));
            Range grows = new Range(sign * faster, ERROR * faster);
            if (matters(value, grows)) {
                note(value, grows, () -> {
                    Line line = run.exact.leftAfter(group, round, worth, Fraction.of(1));
                    return less ? line.negated() : line;
                });
            }
            boolean spent = Math.abs(state.spent[group]) == round + 1;
            left[group] = spent ? 0 : rest;
            growth[group] = spent ? 0 : faster;
        }
    }

    /** Condition (3). */
    private void leftovers() {
        for (int option = 0; option < state.cost.length; option++) {
            if (state.cost[option] == 0 || support.total[option] == 0 || state.boughtAt[option] >= 0) {
                continue;
            }
            int giving = 0;
            double held = 0;
            double faster = 0;
            long voters = 0;
            for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
                int group = support.group[at];
                voters += support.weight[group];
                if (state.spent[group] == 0) {
                    givers[giving++] = group;
                    held += support.weight[group] * left[group];
                    faster += support.weight[group] * growth[group];
                }
            }
            long cost = state.cost[option];
            Range value = new Range(cost - held, ERROR * (cost + voters * share));
            Range grows = new Range(-faster, ERROR * faster);
            if (matters(value, grows)) {
                int[] all = Arrays.copyOf(givers, giving);
                note(value, grows, () -> run.exact.lacking(cost, all, state.rounds));
            }
        }
    }

    private boolean hasMoney(int group, int round) {
        return state.spent[group] == 0 || Math.abs(state.spent[group]) > round;
    }

    /** Whether a condition may end the reach, above or below, as far as is known. */
    private boolean matters(Range value, Range grows) {
        return nearest(value, grows) <= farthest || doubtedBelow(value, grows);
    }

    private void note(Range value, Range grows, Supplier<Line> line) {
        conditions.add(new Condition(nearest(value, grows), doubtedBelow(value, grows), line));
        if (grows.most() < 0) {
            farthest = Math.min(farthest, value.most() / -grows.most());
        }
    }

    private boolean doubtedBelow(Range value, Range grows) {
        return value.least() <= grows.most() * roughlyBelow;
    }

    /** How far above the share the condition surely holds. */
    private static double nearest(Range value, Range grows) {
        return grows.least() < 0 ? Math.max(0, value.least()) / -grows.least() : Double.MAX_VALUE;
    }

    private void settle(Condition condition) {
        if (condition.nearest > farthest && !condition.doubtedBelow) {
            return;
        }
        Line line = condition.line.get();
        BigInteger value = line.value();
        int sign = line.slope().signum();
        if (sign == 0) {
            return;
        }
        Fraction distance = new Fraction(value, line.slope().negate());
        if (sign < 0) {
            interior &= value.signum() > 0;
            end = Optional.of(end.isPresent() && end.get().compareTo(distance) < 0 ? end.get() : distance);
        } else {
            interior &= value.signum() > 0 && distance.plus(below).signum() <= 0;
        }
    }

    /** How many times the price of the bought option a unit of worth of another may cost to come at the same time. */
    private double per(int option, int bought) {
        return utility == EqualShares.Utility.COST ? (double) state.cost[option] / state.cost[bought] : 1;
    }

    private Fraction exactly(int option, int bought) {
        return utility == EqualShares.Utility.COST
                ? Fraction.of(state.cost[option], state.cost[bought])
                : Fraction.of(1);
    }
}
