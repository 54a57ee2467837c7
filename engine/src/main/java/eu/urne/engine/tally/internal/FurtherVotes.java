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
 * <p>A further voter gives the option the worth {@code w} and nothing else anything. With x further voters the option
 * is bought as soon as it is not dearer than what the run bought: in round t if the price {@code m(t)} that it would
 * then have, taken from its old and new supporters, covers its cost, or after the last round if all that they hold
 * covers it. Until then nothing changes. So the number looked for is the least, over all rounds, of {@code (cost - sum
 * of min(b(i), u(i) m(t))) / min(share, w m(t))}, rounded up.
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

    /** What the option is worth to a further voter. */
    private final long worth;

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
        this.worth = utility == EqualShares.Utility.POINTS ? support.largest : 1;
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
        if (run.state.share.signum() <= 0) {
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
            left[group] = spent != 0 && spent <= round + 1 ? 0 : left[group] - support.value[at] * rough[round];
        }
    }

    /** How many would do in a round; if it is not less than what is known already, any number that is not less. */
    private long inRound(int option, int round, long best) {
        double cost = run.state.cost[option];
        double relative = cost / run.state.cost[run.state.bought[round]];
        double part = rough[round]
                * switch (utility) {
                    case COST -> relative;
                    case SQRT_COST -> Math.sqrt(relative);
                    case CARDINALITY, POINTS, BORDA -> 1;
                };
        double each = Math.min(share, worth * part);
        if ((cost - support.total[option] * part) / each > best * (1 + ERROR) + 1) {
            return best;
        }
        double held = 0;
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            held += support.weight[support.group[at]] * Math.min(support.value[at] * part, left[support.group[at]]);
        }
        double votes = (cost - held) / each;
        double doubt = ERROR * (cost + support.total[option] * share) / each + ERROR;
        if (Math.ceil(votes - doubt) >= best) {
            return best;
        }
        boolean clear = votes + doubt < 1e15 && Math.ceil(votes - doubt) == Math.ceil(votes + doubt);
        return clear ? Math.max(1, (long) Math.ceil(votes)) : exactly(option, round);
    }

    /** By the square of the price, which is a fraction with every utility. */
    private long exactly(int option, int round) {
        int rival = run.state.bought[round];
        Fraction square = price[round].times(price[round]);
        Fraction relative = Fraction.of(run.state.cost[option], run.state.cost[rival]);
        square = switch (utility) {
            case COST -> square.times(relative).times(relative);
            case SQRT_COST -> square.times(relative);
            case CARDINALITY, POINTS, BORDA -> square;
        };
        Fraction missing = Fraction.of(run.state.cost[option]);
        BigInteger paying = BigInteger.ZERO;
        Map<List<Long>, Fraction> histories = new HashMap<>();
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            Fraction has = histories.computeIfAbsent(history(group, round), each -> exactlyLeft(group, round));
            if (covers(has, support.value[at], square)) {
                paying = paying.add(BigInteger.valueOf(support.weight[group] * support.value[at]));
            } else {
                missing = missing.minus(has.times(Fraction.of(support.weight[group])));
            }
        }
        return votes(missing, paying, square, tieOrder[option] > tieOrder[rival]);
    }

    /**
     * The fewest further voters.
     *
     * @param missing what the price must bring, above 0
     * @param paying the worth that is paid for by others
     * @param square of the price
     * @param loses whether the option comes later in a tie
     */
    private long votes(Fraction missing, BigInteger paying, Fraction square, boolean loses) {
        BigInteger votes;
        boolean tied;
        if (covers(run.state.share, worth, square)) {
            Fraction all = missing.times(missing).over(square);
            BigInteger enough = root(all.ceiling());
            votes = new Fraction(enough.subtract(paying), BigInteger.valueOf(worth)).ceiling();
            BigInteger paid = paying.add(votes.multiply(BigInteger.valueOf(worth)));
            tied = new Fraction(paid.pow(2), BigInteger.ONE).equals(all);
        } else {
            // Who pays in full has no more than the share, so with one worth for all there is nobody, and with others
            // the square has a root.
            Fraction price = paying.signum() == 0 ? Fraction.ZERO : root(square);
            Fraction rest = missing.minus(price.times(new Fraction(paying, BigInteger.ONE)))
                    .over(run.state.share);
            votes = rest.ceiling();
            tied = paying.signum() > 0 && rest.denominator().equals(BigInteger.ONE);
        }
        votes = votes.add(tied && loses ? BigInteger.ONE : BigInteger.ZERO);
        return votes.bitLength() < Long.SIZE ? Math.max(1, votes.longValueExact()) : Long.MAX_VALUE;
    }

    private static boolean covers(Fraction has, long worth, Fraction square) {
        return has.times(has).compareTo(square.times(Fraction.of(worth)).times(Fraction.of(worth))) >= 0;
    }

    /** The square root, rounded up. */
    private static BigInteger root(BigInteger square) {
        BigInteger root = square.sqrt();
        return root.multiply(root).equals(square) ? root : root.add(BigInteger.ONE);
    }

    /** The root of a fraction that is a square. */
    private static Fraction root(Fraction square) {
        return new Fraction(square.numerator().sqrt(), square.denominator().sqrt());
    }

    /** The rounds in which a group has paid before and for what worth; -1 alone if it has nothing left. */
    private List<Long> history(int group, int round) {
        int spent = run.state.spent[group];
        if (spent != 0 && Math.abs(spent) <= round) {
            return List.of(-1L);
        }
        List<Long> rounds = new ArrayList<>();
        for (int entry = support.first[group]; entry < support.first[group + 1]; entry++) {
            int bought = run.state.boughtAt[support.option[entry]];
            if (bought >= 0 && bought < round) {
                rounds.add((long) bought);
                rounds.add(support.worth[entry]);
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
            if (bought >= 0 && bought < round) {
                left = left.minus(price[bought].times(Fraction.of(support.worth[entry])));
            }
        }
        return left;
    }

    /** The nearest double, or nearly so, of a fraction of whatever length. */
    static double rough(Fraction fraction) {
        return rough(fraction.numerator(), fraction.denominator());
    }

    /** As above; the denominator is above 0. */
    static double rough(BigInteger numerator, BigInteger denominator) {
        int shift = 64 + denominator.bitLength() - numerator.bitLength();
        BigInteger quotient = shift >= 0
                ? numerator.shiftLeft(shift).divide(denominator)
                : numerator.divide(denominator.shiftLeft(-shift));
        return Math.scalb(quotient.doubleValue(), -shift);
    }
}
