package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Fraction;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many further votes an option would have needed in the run of Equal Shares that stands; see {@code Reason.Unpaid}.
 *
 * <p>With x further voters the option is bought as soon as it is not dearer than what the run bought: in round t if the
 * price {@code m(t)} that it would then have, taken from its old and new supporters, covers its cost, or after the last
 * round if all that they hold covers it. Until then nothing changes. So the number looked for is the least, over all
 * rounds, of {@code (cost - sum of min(b(i), m(t))) / min(share, m(t))}, rounded up.
 */
final class FurtherVotes {

    /** Relative error of the sums below, with a wide margin: some hundred roundings of {@code 2^-53}. */
    private static final double ERROR = 0x1p-40;

    private final SharesRun run;
    private final Support support;
    private final EqualShares.Utility utility;
    private final int[] tieOrder;
    private final Fraction[] price;
    private final double[] rough;
    private final double share;

    /** By group: what each of its voters has left before the round at hand, or nearly so. */
    private final double[] left;

    FurtherVotes(SharesRun run, Support support, EqualShares.Utility utility) {
        this.run = run;
        this.support = support;
        this.utility = utility;
        this.tieOrder = run.tieOrder();
        this.price = new Fraction[run.state.rounds];
        this.rough = new double[price.length];
        for (int round = 0; round < price.length; round++) {
            price[round] = run.exact.price(round);
            rough[round] = rough(price[round]);
        }
        this.share = rough(run.state.share);
        this.left = new double[support.groups()];
    }

    /**
     * Counts for all options at once, going through the rounds with what everyone then had left.
     *
     * @param missing by option what its supporters lack after the last round; null where nothing is to be counted
     * @return by option the number; 0 where there is none
     */
    long[] of(@Nullable Fraction[] missing) {
        long[] best = new long[missing.length];
        if (run.state.share.signum() <= 0 || utility.compareTo(EqualShares.Utility.CARDINALITY) > 0) {
            return best;
        }
        for (int option = 0; option < best.length; option++) {
            Fraction lacks = missing[option];
            if (lacks != null) {
                BigInteger last = lacks.over(run.state.share).ceiling();
                best[option] = last.bitLength() >= Long.SIZE ? 0 : Math.max(1, last.longValueExact());
            }
        }
        Arrays.fill(left, share);
        for (int round = 0; round < price.length; round++) {
            for (int option = 0; option < best.length; option++) {
                best[option] =
                        best[option] > 1 ? Math.min(best[option], inRound(option, round, best[option])) : best[option];
            }
            pay(round);
        }
        return best;
    }

    private void pay(int round) {
        int option = run.state.bought[round];
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            int spent = Math.abs(run.state.spent[group]);
            left[group] = spent != 0 && spent <= round + 1 ? 0 : left[group] - rough[round];
        }
    }

    /** How many would do in a round; if it is not less than what is known already, any number that is not less. */
    private long inRound(int option, int round, long best) {
        double cost = run.state.cost[option];
        double part = utility == EqualShares.Utility.COST
                ? rough[round] * (cost / run.state.cost[run.state.bought[round]])
                : rough[round];
        double each = Math.min(share, part);
        if ((cost - support.total[option] * part) / each > best * (1 + ERROR) + 1) {
            return best;
        }
        double held = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            held += support.weight[support.group[at]] * Math.min(part, left[support.group[at]]);
        }
        double votes = (cost - held) / each;
        double doubt = ERROR * (cost + support.total[option] * share) / each + ERROR;
        if (Math.ceil(votes - doubt) >= best) {
            return best;
        }
        boolean clear = votes + doubt < 1e15 && Math.ceil(votes - doubt) == Math.ceil(votes + doubt);
        return clear ? Math.max(1, (long) Math.ceil(votes)) : exactly(option, round);
    }

    private long exactly(int option, int round) {
        int rival = run.state.bought[round];
        Fraction part = utility == EqualShares.Utility.COST
                ? price[round].times(Fraction.of(run.state.cost[option], run.state.cost[rival]))
                : price[round];
        Fraction missing = Fraction.of(run.state.cost[option]);
        Map<List<Integer>, Fraction> histories = new HashMap<>();
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            Fraction pays =
                    least(part, histories.computeIfAbsent(history(group, round), each -> exactlyLeft(group, round)));
            missing = missing.minus(pays.times(Fraction.of(support.weight[group])));
        }
        Fraction votes = missing.over(least(part, run.state.share));
        boolean tied = votes.denominator().equals(BigInteger.ONE)
                && part.compareTo(run.state.share) <= 0
                && tieOrder[option] > tieOrder[rival];
        BigInteger whole = tied ? votes.numerator().add(BigInteger.ONE) : votes.ceiling();
        return whole.bitLength() < Long.SIZE ? Math.max(1, whole.longValueExact()) : Long.MAX_VALUE;
    }

    /** The rounds in which a group has paid before; -1 alone if it has nothing left. */
    private List<Integer> history(int group, int round) {
        int spent = run.state.spent[group];
        if (spent != 0 && Math.abs(spent) <= round) {
            return List.of(-1);
        }
        List<Integer> rounds = new ArrayList<>();
        for (int entry = support.first[group]; entry < support.first[group + 1]; entry++) {
            int bought = run.state.boughtAt[support.option[entry]];
            if (bought >= 0 && bought < round) {
                rounds.add(bought);
            }
        }
        return rounds;
    }

    private Fraction exactlyLeft(int group, int round) {
        int spent = run.state.spent[group];
        if (spent != 0 && Math.abs(spent) <= round) {
            return Fraction.ZERO;
        }
        Fraction left = run.state.share;
        for (int entry = support.first[group]; entry < support.first[group + 1]; entry++) {
            int bought = run.state.boughtAt[support.option[entry]];
            left = bought >= 0 && bought < round ? left.minus(price[bought]) : left;
        }
        return left;
    }

    private static Fraction least(Fraction a, Fraction b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** The nearest double, or nearly so, of a fraction of whatever length. */
    static double rough(Fraction fraction) {
        int shift =
                64 + fraction.denominator().bitLength() - fraction.numerator().bitLength();
        BigInteger quotient = shift >= 0
                ? fraction.numerator().shiftLeft(shift).divide(fraction.denominator())
                : fraction.numerator().divide(fraction.denominator().shiftLeft(-shift));
        return Math.scalb(quotient.doubleValue(), -shift);
    }
}
