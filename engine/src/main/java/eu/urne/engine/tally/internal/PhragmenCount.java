package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.TieBreak;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One count by {@link Phragmen}.
 *
 * <p>A voter who last paid at time x has had x since then: his load. An option is reached at the time t at which its
 * supporters' earnings since their loads cover its cost: {@code t = (cost + sum of loads) / supporters}. Times are told
 * as whole units rounded down; a load is a time, and a time is a mean of loads, so that a time of round r is at most
 * {@code r + 1} units too early. Options closer than that are compared exactly.
 */
public final class PhragmenCount {

    private static final int BITS = 60;

    private final Phragmen rule;
    private final TieBreak tieBreak;
    private final Support support;
    private final Selection selection;
    private final int[] tieOrder;
    private final TieLog ties;
    private final long[] cost;
    private final int scale;

    /** By option: the loads of its supporters together, in units. */
    private final long[] loads;

    /** By group: its load in units, and the round in which it last paid, or -1. */
    private final long[] load;

    private final int[] paidIn;
    private final List<Integer> waiting = new ArrayList<>();
    private final PhragmenTimes times;
    private int rounds;

    /**
     * Prepares a count; {@link #outcome()} makes it, once.
     *
     * @throws IllegalArgumentException if the ballots are no approvals
     */
    public PhragmenCount(Election election, Phragmen rule, TieBreak tieBreak) {
        this(election, rule, tieBreak, Selection.none(election), true);
    }

    /**
     * As above.
     *
     * @param bounded false to decide everything by exact fractions, without bounds first: for tests
     */
    public PhragmenCount(Election election, Phragmen rule, TieBreak tieBreak, boolean bounded) {
        this(election, rule, tieBreak, Selection.none(election), bounded);
    }

    /**
     * A count after another.
     *
     * @param before what was selected before; grows
     * @param bounded false to decide everything by exact fractions, for tests
     */
    PhragmenCount(Election election, Phragmen rule, TieBreak tieBreak, Selection before, boolean bounded) {
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.support = Support.of(election, EqualShares.Utility.CARDINALITY);
        this.selection = before;
        this.tieOrder = TieOrder.of(election, tieBreak);
        this.ties = new TieLog(tieOrder);
        this.cost = election.options().stream().mapToLong(Option::cost).toArray();
        int bits = BITS - Long.SIZE + Long.numberOfLeadingZeros(before.left());
        this.scale = bounded ? bits : -1;
        this.loads = new long[cost.length];
        this.load = new long[support.groups()];
        this.paidIn = new int[support.groups()];
        Arrays.fill(paidIn, -1);
        this.times = new PhragmenTimes(support, cost, paidIn);
        for (int option = 0; option < cost.length; option++) {
            if (support.total[option] > 0 && cost[option] <= before.left() && selection.isOpen(option)) {
                waiting.add(option);
            }
        }
    }

    /** Counts. */
    public Outcome outcome() {
        int before = selection.size();
        while (true) {
            List<Integer> first = firstReached().stream()
                    .sorted(Comparator.comparingInt(option -> tieOrder[option]))
                    .toList();
            List<Integer> unfit = first.stream()
                    .filter(option -> cost[option] > selection.left())
                    .toList();
            if (first.isEmpty() || (!rule.skips() && !unfit.isEmpty())) {
                unfit.forEach(option ->
                        selection.refuse(option, new Reason.DidNotFit(support.total[option], selection.left())));
                stop(unfit.isEmpty() ? "" : selection.id(unfit.getFirst()));
                break;
            }
            for (int option : unfit) {
                selection.refuse(option, new Reason.DidNotFit(support.total[option], selection.left()));
                waiting.remove((Integer) option);
            }
            if (unfit.isEmpty()) {
                buy(ties.first(first, before + rounds, selection::has));
            }
        }
        ties.close(selection::has);
        return selection.outcome(support.total, ties.entries(), tieBreak);
    }

    private void stop(String at) {
        for (int option = 0; option < cost.length; option++) {
            if (support.total[option] == 0) {
                selection.refuse(option, new Reason.NoSupport(0));
            } else if (!waiting.contains(option)) {
                selection.refuse(option, new Reason.DidNotFit(support.total[option], selection.left()));
            } else {
                selection.refuse(option, new Reason.NotReached(support.total[option], at));
            }
        }
    }

    /** All options reached at the earliest time, exactly. */
    private List<Integer> firstReached() {
        if (scale < 0) {
            return times.earliest(waiting, rounds);
        }
        long[] time = new long[cost.length];
        long earliest = Long.MAX_VALUE;
        for (int option : waiting) {
            time[option] = ((cost[option] << scale) + loads[option]) / support.total[option];
            earliest = Math.min(earliest, time[option]);
        }
        long latest = earliest + rounds + 1;
        List<Integer> close =
                waiting.stream().filter(option -> time[option] <= latest).toList();
        return close.size() > 1 ? times.earliest(close, rounds) : close;
    }

    private void buy(int option) {
        long time = scale < 0 ? 0 : ((cost[option] << scale) + loads[option]) / support.total[option];
        times.add(option, rounds);
        for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
            int group = support.group[at];
            long more = support.weight[group] * (time - load[group]);
            load[group] = time;
            paidIn[group] = rounds;
            for (int entry = support.first[group]; entry < support.first[group + 1]; entry++) {
                loads[support.option[entry]] += more;
            }
        }
        waiting.remove((Integer) option);
        rounds++;
        int round = rounds - 1;
        selection.take(option, (place, left) -> new Reason.Reached(place, support.total[option], lazily(round), left));
    }

    private Fraction lazily(int round) {
        return times.time(round);
    }

    /** The exact times of the rounds, as whole combinations of earlier ones. */
    static final class PhragmenTimes {

        private final Support support;
        private final long[] cost;
        private final int[] paidIn;
        private final List<BigInteger> numerators = new ArrayList<>();
        private final List<BigInteger> denominators = new ArrayList<>(List.of(BigInteger.ONE));
        private final List<Long> supporters = new ArrayList<>();

        PhragmenTimes(Support support, long[] cost, int[] paidIn) {
            this.support = support;
            this.cost = cost;
            this.paidIn = paidIn;
        }

        Fraction time(int round) {
            return new Fraction(numerators.get(round), denominators.get(round + 1));
        }

        void add(int option, int round) {
            numerators.add(numerator(option, round));
            supporters.add(support.total[option]);
            denominators.add(denominators.getLast().multiply(BigInteger.valueOf(support.total[option])));
        }

        List<Integer> earliest(List<Integer> options, int rounds) {
            List<Integer> best = new ArrayList<>();
            BigInteger least = BigInteger.ZERO;
            for (int option : options) {
                BigInteger numerator = numerator(option, rounds);
                int sign = best.isEmpty()
                        ? -1
                        : numerator
                                .multiply(BigInteger.valueOf(support.total[best.getFirst()]))
                                .compareTo(least.multiply(BigInteger.valueOf(support.total[option])));
                if (sign < 0) {
                    best.clear();
                    least = numerator;
                }
                if (sign <= 0) {
                    best.add(option);
                }
            }
            return best;
        }

        /** Cost and loads of an option over the common denominator of the rounds; see {@link SharesExact}. */
        private BigInteger numerator(int option, int rounds) {
            long[] coefficients = new long[rounds];
            for (int at = support.firstSupporter[option]; at < support.firstSupporter[option + 1]; at++) {
                int group = support.group[at];
                if (paidIn[group] >= 0) {
                    coefficients[paidIn[group]] += support.weight[group];
                }
            }
            BigInteger sum = BigInteger.ZERO;
            for (int round = 0; round < rounds; round++) {
                sum = sum.multiply(BigInteger.valueOf(supporters.get(round)));
                if (coefficients[round] != 0) {
                    sum = sum.add(numerators.get(round).multiply(BigInteger.valueOf(coefficients[round])));
                }
            }
            return sum.add(BigInteger.valueOf(cost[option]).multiply(denominators.get(rounds)));
        }
    }
}
