package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Fraction;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Where a run of Equal Shares stands: who has spent everything and when, what was bought in which round, and what every
 * voter has left, within proven bounds.
 *
 * <p>Money is told in units of {@code 2^-scale} minor units, so that all of it together stays below {@code 2^61}. Every
 * such number stands for an exact fraction near it: {@code money[g]} is off by at most {@code doubt[g]}. What these
 * bounds cannot decide is decided by {@link SharesExact} from the combinatorial facts alone, which are always exact.
 */
final class SharesState {

    /** The largest doubt in what a voter pays that is carried on; beyond it the price is worked out exactly. */
    static final long MOST_DOUBT = 1L << 20;

    private static final int BITS = 60;
    private static final long MOST_GROUPED = 1L << 40;

    final Support support;

    /** By option. */
    final long[] cost;

    /** By group: what each of its voters has left, in units. */
    final long[] money;

    final long[] doubt;

    /** By group: 0 with money left; {@code t + 1} if it could not pay its part in round t; minus that if just so. */
    final int[] spent;

    /** By option: its round from 0, or -1. */
    final int[] boughtAt;

    /** By round. */
    final int[] bought;

    Fraction share = Fraction.ZERO;
    int rounds;

    private int scale;
    private final boolean boundsHold;

    /**
     * Room for runs over the same ballots.
     *
     * @param bounded false to decide everything exactly, for tests
     */
    SharesState(Support support, long[] cost, boolean bounded) {
        this.support = support;
        this.cost = cost;
        this.money = new long[support.groups()];
        this.doubt = new long[support.groups()];
        this.spent = new int[support.groups()];
        this.boughtAt = new int[cost.length];
        this.bought = new int[cost.length];
        this.boundsHold = bounded && support.largest <= MOST_DOUBT && voters() <= MOST_GROUPED / (support.longest + 1);
    }

    /** Begins a run: nothing bought, everyone with the share. */
    void begin(Fraction each) {
        share = each;
        rounds = 0;
        BigInteger all = each.times(Fraction.of(Math.max(1, voters()))).ceiling();
        scale = BITS - all.bitLength();
        Arrays.fill(money, units(each.numerator(), each.denominator()));
        Arrays.fill(doubt, 1);
        Arrays.fill(spent, 0);
        Arrays.fill(boughtAt, -1);
    }

    /** Whether the units tell anything at all. */
    boolean bounded() {
        return boundsHold;
    }

    /** A fraction of minor units in units, rounded down. */
    long units(BigInteger numerator, BigInteger denominator) {
        BigInteger shifted = scale >= 0 ? numerator.shiftLeft(scale) : numerator;
        BigInteger divisor = scale >= 0 ? denominator : denominator.shiftLeft(-scale);
        BigInteger quotient = shifted.divide(divisor);
        return quotient.bitLength() < Long.SIZE ? quotient.longValueExact() : Long.MAX_VALUE;
    }

    /** A cost of at most all the money, rounded down; the true cost is less than one {@link #costDoubt} above it. */
    long costUnits(int option) {
        return scale >= 0 ? cost[option] << scale : cost[option] >> -scale;
    }

    long costDoubt() {
        return scale >= 0 ? 0 : 1;
    }

    /** Whether the supporters could pay for an option if none had paid for anything. */
    boolean withinReach(int option) {
        long voters = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            voters += support.weight[support.group[at]];
        }
        return voters > 0
                && share.numerator()
                                .multiply(BigInteger.valueOf(voters))
                                .compareTo(share.denominator().multiply(BigInteger.valueOf(cost[option])))
                        >= 0;
    }

    /**
     * Compares what a voter has with what he would pay.
     *
     * @param worth what the option is worth to him
     * @param low the least that one unit of worth may cost
     * @param high the most that it may cost
     * @return -1 if he has less, 1 if he has more, 0 if the bounds do not tell
     */
    int compare(int group, long worth, long low, long high) {
        if (!boundsHold) {
            return 0;
        }
        if (money[group] + doubt[group] < times(worth, low)) {
            return -1;
        }
        return money[group] - doubt[group] > times(worth, high) ? 1 : 0;
    }

    /** The product, or more than anyone has if that is too large for a long. */
    static long times(long worth, long units) {
        if (worth == 1) {
            return units;
        }
        long product = worth * units;
        return Math.multiplyHigh(worth, units) == 0 && product >= 0 ? product : Long.MAX_VALUE;
    }

    private long voters() {
        long voters = 0;
        for (long each : support.weight) {
            voters += each;
        }
        return voters;
    }
}
