package eu.urne.engine.sortition.search;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Chances as equal as the quotas allow, none below a floor: one quota after another moves the chances of its candidates
 * until all are met. This is raking (Deming, Stephan, "On a least squares adjustment of a sampled frequency table",
 * 1940), here in its least squares form with limits: coordinate ascent in the dual of a quadratic program.
 */
final class Raking {

    private static final int MOST_SWEEPS = 1_000;
    private static final int HALVINGS = 40;
    private static final double REACH = 4;
    private static final double CLOSE = 1e-3;

    private final Table table;
    private final double floor;

    /** Chance of a candidate of each type before the limits 0 and 1. */
    private final double[] level;

    /** The types of each quota; the first has all, for the seats. */
    private final int[][] members;

    private final int[] least;
    private final int[] most;
    private final double[] moved;

    private Raking(Table table, double floor) {
        this.table = table;
        this.floor = floor;
        level = new double[table.types()];
        Arrays.fill(level, (double) table.seats() / table.candidates());
        int quotas = 1;
        for (int a = 0; a < table.attributes(); a++) {
            quotas += table.width(a);
        }
        members = new int[quotas][];
        least = new int[quotas];
        most = new int[quotas];
        moved = new double[quotas];
        fill();
    }

    private void fill() {
        members[0] = IntStream.range(0, table.types()).toArray();
        least[0] = table.seats();
        most[0] = table.seats();
        int next = 1;
        for (int a = 0; a < table.attributes(); a++) {
            int attribute = a;
            for (int v = 0; v < table.width(a); v++) {
                int value = v;
                members[next] = IntStream.range(0, table.types())
                        .filter(type -> table.valueOfType(type, attribute) == value)
                        .toArray();
                least[next] = table.least(a, v);
                most[next] = table.most(a, v);
                next++;
            }
        }
    }

    /** The chance of a candidate of each type. */
    static double[] chances(Table table, double floor) {
        Raking raking = new Raking(table, floor);
        int sweep = 0;
        while (sweep < MOST_SWEEPS && raking.sweep() > CLOSE) {
            sweep++;
        }
        return Arrays.stream(raking.level).map(raking::limited).toArray();
    }

    /** Meets every quota once; returns the greatest miss that it found. */
    private double sweep() {
        double worst = 0;
        for (int quota = 0; quota < members.length; quota++) {
            double now = sum(quota, 0);
            worst = Math.max(worst, Math.max(least[quota] - now, now - most[quota]));
            double shift = shift(quota);
            for (int type : members[quota]) {
                level[type] += shift;
            }
            moved[quota] += shift;
        }
        return worst;
    }

    /** Takes back what the quota has moved, and moves only as far as it must. */
    private double shift(int quota) {
        double free = sum(quota, -moved[quota]);
        if (free >= least[quota] && free <= most[quota]) {
            return -moved[quota];
        }
        int goal = free < least[quota] ? least[quota] : most[quota];
        double low = -REACH;
        double high = REACH;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (sum(quota, middle) < goal) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double sum(int quota, double shift) {
        double sum = 0;
        for (int type : members[quota]) {
            sum += limited(level[type] + shift) * table.size(type);
        }
        return sum;
    }

    private double limited(double chance) {
        return Math.clamp(chance, floor, 1);
    }
}
