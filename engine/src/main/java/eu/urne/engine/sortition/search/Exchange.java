package eu.urne.engine.sortition.search;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a panel of great worth by exchanging one member after another: always the exchange that gains most, where
 * each miss of a quota costs a penalty that grows until the quotas are met and falls while they are (tabu search,
 * Glover 1989, with strategic oscillation). Who was exchanged stays as she is for some steps.
 */
final class Exchange {

    private static final int MOST_STEPS = 3_000;
    private static final int REST_OUT = 8;
    private static final int REST_IN = 4;
    private static final int REST_MORE = 5;
    private static final double FIRST_PENALTY = 2;
    private static final double LEAST_PENALTY = 0.2;
    private static final double MORE = 1.1;
    private static final double LESS = 0.9;

    /** More than the number of candidates, as the bits of an index in a sorted key. */
    private static final long INDEX = (1 << 14) - 1;

    private final Table table;
    private final SplittableRandom random;
    private final double[] worth;
    private final boolean[] in;
    private final int[][] counts;
    private final int[] rests;
    private final double[][] without;
    private final double[][] with;

    /** Sorted keys of those who may leave, then of those who may enter. */
    private final long[] leaving;

    private final long[] entering;
    private final double[] leavingBound;
    private final double[] enteringGain;
    private double penalty = FIRST_PENALTY;
    private double value;
    private int leaver;
    private int enterer;

    private Exchange(Table table, boolean[] start, double[] worth, SplittableRandom random) {
        this.table = table;
        this.random = random;
        this.worth = worth;
        in = start.clone();
        counts = new int[table.attributes()][];
        without = new double[table.attributes()][];
        with = new double[table.attributes()][];
        for (int a = 0; a < counts.length; a++) {
            counts[a] = new int[table.width(a)];
            without[a] = new double[table.width(a)];
            with[a] = new double[table.width(a)];
        }
        rests = new int[in.length];
        leaving = new long[table.seats()];
        entering = new long[in.length - table.seats()];
        leavingBound = new double[in.length];
        enteringGain = new double[in.length];
        for (int i = 0; i < in.length; i++) {
            if (in[i]) {
                count(i, 1);
                value += worth[i];
            }
        }
    }

    /**
     * A panel that meets the quotas; null if none was found.
     *
     * @param start as many members as there are seats
     * @param worth of each candidate
     * @param patience steps without a better panel after which it ends
     */
    static boolean @Nullable [] best(
            Table table, boolean[] start, double[] worth, int patience, SplittableRandom random) {
        return new Exchange(table, start, worth, random).run(patience);
    }

    private boolean @Nullable [] run(int patience) {
        boolean meets = misses() == 0;
        boolean[] best = meets ? in.clone() : null;
        double bestValue = meets ? value : Double.NEGATIVE_INFINITY;
        int stale = 0;
        for (int step = 1; stale < patience && step <= MOST_STEPS; step++) {
            if (!choose(step)) {
                break;
            }
            exchange(step);
            meets = misses() == 0;
            stale++;
            if (meets && value > bestValue) {
                best = in.clone();
                bestValue = value;
                stale = 0;
            }
            penalty = meets ? Math.max(LEAST_PENALTY, penalty * LESS) : penalty * MORE;
        }
        return best;
    }

    private void count(int candidate, int change) {
        for (int a = 0; a < counts.length; a++) {
            counts[a][table.value(candidate, a)] += change;
        }
    }

    private int misses() {
        int misses = 0;
        for (int a = 0; a < counts.length; a++) {
            for (int v = 0; v < counts[a].length; v++) {
                misses += table.miss(a, v, counts[a][v]);
            }
        }
        return misses;
    }

    private void exchange(int step) {
        in[leaver] = false;
        in[enterer] = true;
        count(leaver, -1);
        count(enterer, 1);
        value += worth[enterer] - worth[leaver];
        rests[leaver] = step + REST_OUT + random.nextInt(REST_MORE);
        rests[enterer] = step + REST_IN + random.nextInt(REST_MORE);
    }

    /**
     * Finds the exchange that gains most. The gain is that of leaving plus that of entering, plus what both save where
     * they share a value; who leaves is looked at with all that she could save, so that the search ends early.
     */
    private boolean choose(int step) {
        price();
        int out = 0;
        int come = 0;
        for (int i = 0; i < in.length; i++) {
            if (rests[i] >= step) {
                continue;
            }
            if (in[i]) {
                leavingBound[i] = -worth[i] - penalty * (cost(i, without) - saving(i));
                leaving[out++] = key(leavingBound[i], i);
            } else {
                enteringGain[i] = worth[i] - penalty * cost(i, with);
                entering[come++] = key(enteringGain[i], i);
            }
        }
        Arrays.sort(leaving, 0, out);
        Arrays.sort(entering, 0, come);
        return best(out, come);
    }

    private boolean best(int out, int come) {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = out - 1; i >= 0; i--) {
            int leaves = (int) (leaving[i] & INDEX);
            for (int j = come - 1; j >= 0; j--) {
                int enters = (int) (entering[j] & INDEX);
                double most = leavingBound[leaves] + enteringGain[enters];
                if (most <= best) {
                    break;
                }
                double gain = most - penalty * unsaved(leaves, enters);
                if (gain > best) {
                    best = gain;
                    leaver = leaves;
                    enterer = enters;
                }
            }
        }
        return out > 0 && come > 0;
    }

    /** How the misses change when somebody with a value leaves or enters. */
    private void price() {
        for (int a = 0; a < counts.length; a++) {
            for (int v = 0; v < counts[a].length; v++) {
                int now = table.miss(a, v, counts[a][v]);
                without[a][v] = table.miss(a, v, counts[a][v] - 1) - now;
                with[a][v] = table.miss(a, v, counts[a][v] + 1) - now;
            }
        }
    }

    private double cost(int candidate, double[][] prices) {
        double cost = 0;
        for (int a = 0; a < prices.length; a++) {
            cost += prices[a][table.value(candidate, a)];
        }
        return cost;
    }

    /** What an exchange with somebody who shares all values would save. */
    private double saving(int candidate) {
        double saving = 0;
        for (int a = 0; a < counts.length; a++) {
            int v = table.value(candidate, a);
            saving += without[a][v] + with[a][v];
        }
        return saving;
    }

    /** The part of that which is not saved, since values differ; never below zero, because misses are convex. */
    private double unsaved(int leaves, int enters) {
        double unsaved = 0;
        for (int a = 0; a < counts.length; a++) {
            int v = table.value(leaves, a);
            if (table.value(enters, a) != v) {
                unsaved += without[a][v] + with[a][v];
            }
        }
        return unsaved;
    }

    /** A number that sorts as the key does, with the index in its last bits. */
    private static long key(double key, int index) {
        long bits = Double.doubleToLongBits(key);
        return ((bits ^ ((bits >> 63) & Long.MAX_VALUE)) & ~INDEX) | index;
    }
}
