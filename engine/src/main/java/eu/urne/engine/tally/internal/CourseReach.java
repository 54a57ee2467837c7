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
        Arrays.fill(left, share);
        Arrays.fill(growth, 1);
        for (int round = 0; round < state.rounds; round++) {
            price = FurtherVotes.rough(run.exact.price(round));
            slope = FurtherVotes.rough(run.exact.slope(round));
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
        List<Integer> givers = new ArrayList<>();
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
                givers.add(group);
                paid += support.weight[group] * left[group];
                faster += support.weight[group] * growth[group];
            } else {
                worth += support.weight[group] * support.value[at];
            }
        }
        paid += worth * per * price;
        slower -= worth * per * slope;
        long payers = worth;
        Fraction ratio = exactly(option, state.bought[round]);
        double error = ERROR * (state.cost[option] + support.total[option] * share);
        consider(
                state.cost[option] - paid,
                error,
                slower - faster,
                ERROR * (slower + faster),
                () -> run.exact.lacking(state.cost[option], givers, round, payers, ratio));
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
            Supplier<Line> line = () -> run.exact.leftAfter(group, round, worth, Fraction.of(1));
            double error = ERROR * (share + worth * price);
            if (less) {
                consider(-rest, error, -faster, ERROR * faster, () -> line.get().negated());
            } else {
                consider(rest, error, faster, ERROR * faster, line);
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
            List<Integer> givers = new ArrayList<>();
            double held = 0;
            double faster = 0;
            long voters = 0;
            for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
                int group = support.group[at];
                voters += support.weight[group];
                if (state.spent[group] == 0) {
                    givers.add(group);
                    held += support.weight[group] * left[group];
                    faster += support.weight[group] * growth[group];
                }
            }
            long cost = state.cost[option];
            double error = ERROR * (cost + voters * share);
            consider(cost - held, error, -faster, ERROR * faster, () -> run.exact.lacking(cost, givers, state.rounds));
        }
    }

    private boolean hasMoney(int group, int round) {
        return state.spent[group] == 0 || Math.abs(state.spent[group]) > round;
    }

    /** Notes a condition if it may end the reach, above or below. */
    private void consider(double value, double error, double grows, double growError, Supplier<Line> line) {
        boolean doubtedBelow = value - error <= (grows + growError) * roughlyBelow;
        double nearest = grows - growError < 0 ? Math.max(0, value - error) / (growError - grows) : Double.MAX_VALUE;
        if (doubtedBelow || nearest <= farthest) {
            conditions.add(new Condition(nearest, doubtedBelow, line));
        }
        if (grows + growError < 0) {
            farthest = Math.min(farthest, (value + error) / -(grows + growError));
        }
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
