package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.TieBreak;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs of Equal Shares with rising shares, until the completion says to stop.
 *
 * <p>It does stop. A run takes one of finitely many courses, and each on one interval of shares, since the conditions
 * for it are linear in the share. Once the share pays for all options together, every voter can pay for whatever he
 * supports, so everything that has a supporter is bought: then either nothing is left to wait for, or it is too dear.
 */
final class SharesRaise {

    /** How far above a share one looks first, in bits of a minor unit, to see what is just above it. */
    private static final int FIRST_BITS = 64;

    private static final int MOST_PATIENCE = 1 << 20;

    private final Election election;
    private final long budget;
    private final int selectedBefore;
    private final EqualShares rule;
    private final TieBreak tieBreak;
    private final Support support;
    private final SharesRun run;
    private final int[] tieOrder;
    private final List<Integer> free;
    private final List<Integer> supported;
    private long looked;

    /** Looking ahead costs some runs: how many runs in a row must have bought the same before it is done. */
    private int patience = 4;

    private int same;
    private final boolean looksAhead;

    /**
     * Prepares runs.
     *
     * @param before what was selected before, and the money left
     * @param looksAhead false to make the run of every step, for tests
     */
    SharesRaise(
            Election election,
            EqualShares rule,
            TieBreak tieBreak,
            Support support,
            SharesRun run,
            Selection before,
            boolean looksAhead) {
        this.election = election;
        this.budget = before.left();
        this.selectedBefore = before.size();
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.support = support;
        this.run = run;
        this.tieOrder = run.tieOrder();
        this.looksAhead = looksAhead && rule.utility() != EqualShares.Utility.SQRT_COST;
        this.supported = support.supported();
        this.free = supported.stream()
                .filter(option -> election.options().get(option).cost() == 0)
                .sorted(Comparator.comparingInt(option -> tieOrder[option]))
                .toList();
    }

    /** How many shares were looked at, those included that surely buy the same as the one before. */
    long looked() {
        return looked;
    }

    /** The outcome that stands; the last run made is the one that it came from. */
    SharesOutcome outcome() {
        looked = 1;
        SharesOutcome first = run(firstShare());
        return switch (rule.completion()) {
            case NONE -> first;
            case ADD1, ADD1_EXHAUSTIVE -> step(first);
            case NEXT -> next(first);
        };
    }

    private SharesOutcome step(SharesOutcome first) {
        Fraction step = stepOfShare();
        SharesOutcome standing = first;
        while (step.signum() > 0 && goesOn(standing)) {
            if (looksAhead && same >= patience) {
                standing = lookAhead(standing, step);
            }
            looked++;
            SharesOutcome next = run(standing.share().plus(step));
            if (toBeReported(next)) {
                return next;
            }
            if (!next.affordable()) {
                return again(standing, tieOrder, next.ties());
            }
            same = sameOptions(next, standing) ? same + 1 : 0;
            standing = next;
        }
        return standing;
    }

    /** The same outcome at the last share on the way for which it is sure without a run. */
    private SharesOutcome lookAhead(SharesOutcome standing, Fraction step) {
        CourseReach reach = justAbove(standing.share());
        SharesOutcome above = outcome(standing.share());
        same = 0;
        if (!above.affordable() || toBeReported(above) || !sameOptions(above, standing)) {
            patience = Math.min(MOST_PATIENCE, 2 * patience);
            return standing;
        }
        BigInteger steps = reach.end()
                .map(end -> end.minus(standing.share()).over(step).ceiling().subtract(BigInteger.ONE))
                .orElse(BigInteger.ZERO);
        patience = steps.bitLength() > 2 ? 1 : Math.min(MOST_PATIENCE, 2 * patience);
        looked += steps.min(BigInteger.valueOf(Long.MAX_VALUE / 2 - looked)).longValueExact();
        Fraction share = standing.share().plus(step.times(new Fraction(steps, BigInteger.ONE)));
        return new SharesOutcome(share, true, above.selected(), above.spent(), above.ties());
    }

    /**
     * From one end of a course to the next. Where an end changes the options bought, the outcome just above it is the
     * next one; it is told by the run at the end itself with its ties broken as above it.
     */
    private SharesOutcome next(SharesOutcome first) {
        SharesOutcome standing = first;
        int[] order = tieOrder;
        Optional<Fraction> share = Optional.of(first.share());
        while (share.isPresent() && goesOn(standing)) {
            looked++;
            CourseReach reach = justAbove(share.get());
            SharesOutcome above = outcome(share.get());
            if (!above.affordable()) {
                return again(standing, order, above.ties());
            }
            if (!sameOptions(above, standing)) {
                standing = above;
                order = asBought();
            }
            share = reach.end();
        }
        return again(standing, order, List.of());
    }

    /** Makes a run just above a share: with a share above it so near that the course is the same for all in between. */
    private CourseReach justAbove(Fraction share) {
        for (int bits = FIRST_BITS; ; bits *= 2) {
            Fraction more = new Fraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(bits));
            run.run(share.plus(more), tieOrder);
            CourseReach reach = new CourseReach(run, rule.utility(), more);
            if (reach.reachesBelow()) {
                return reach;
            }
        }
    }

    /** The order among equals by which the last run would have bought the same. */
    private int[] asBought() {
        int[] order = new int[tieOrder.length];
        for (int option = 0; option < order.length; option++) {
            int round = run.state.boughtAt[option];
            order[option] = round >= 0 ? round : order.length + tieOrder[option];
        }
        return order;
    }

    private boolean toBeReported(SharesOutcome outcome) {
        return tieBreak == TieBreak.Fixed.REPORT && !outcome.ties().isEmpty();
    }

    /**
     * Repeats the run that stands; with the ties of the one that was too dear, since they too could have changed it.
     */
    private SharesOutcome again(SharesOutcome standing, int[] order, List<TieLog.Entry> moreTies) {
        run.run(standing.share(), order);
        List<TieLog.Entry> ties = new ArrayList<>(standing.ties());
        moreTies.stream().filter(tie -> !ties.contains(tie)).forEach(ties::add);
        SharesOutcome made = outcome(standing.share());
        return new SharesOutcome(made.share(), true, made.selected(), made.spent(), ties);
    }

    private boolean goesOn(SharesOutcome standing) {
        if (voters() == 0 || toBeReported(standing)) {
            return false;
        }
        return switch (rule.completion()) {
            case NONE -> false;
            case ADD1, NEXT -> standing.selected().size() < supported.size();
            case ADD1_EXHAUSTIVE -> {
                Set<Integer> selected = new HashSet<>(standing.selected());
                long left = budget - standing.spent();
                yield supported.stream()
                        .anyMatch(option -> !selected.contains(option)
                                && election.options().get(option).cost() <= left);
            }
        };
    }

    private static boolean sameOptions(SharesOutcome a, SharesOutcome b) {
        return a.selected().equals(b.selected()) || new HashSet<>(a.selected()).equals(new HashSet<>(b.selected()));
    }

    private SharesOutcome run(Fraction share) {
        run.run(share, tieOrder);
        return outcome(share);
    }

    /** The ties of the last run, with the rounds counted from the first selected option on. */
    private List<TieLog.Entry> ties() {
        return run.ties().stream()
                .map(tie -> tie.later(selectedBefore + free.size()))
                .toList();
    }

    /** What the last run came to, told of a share. */
    private SharesOutcome outcome(Fraction share) {
        List<Integer> selected = new ArrayList<>(free);
        Arrays.stream(run.bought()).forEach(selected::add);
        return new SharesOutcome(share, run.affordable(), selected, run.spent(), ties());
    }

    private Fraction firstShare() {
        if (voters() == 0) {
            return Fraction.ZERO;
        }
        Fraction exact = Fraction.of(budget, voters());
        if (rule.share().start() == EqualShares.Start.EXACT) {
            return exact;
        }
        Fraction step = stepOfShare();
        return new Fraction(exact.over(step).floor(), BigInteger.ONE).times(step);
    }

    private Fraction stepOfShare() {
        long amount = rule.share().step().amount();
        return switch (rule.share().step().unit()) {
            case NOTHING -> Fraction.ZERO;
            case PER_VOTER -> Fraction.of(amount);
            case PERCENT_OF_BUDGET ->
                voters() == 0
                        ? Fraction.ZERO
                        : Fraction.of(budget).times(Fraction.of(amount, 100)).over(Fraction.of(voters()));
        };
    }

    private long voters() {
        return rule.share().blanks() ? election.voters() : support.votersWithVote;
    }
}
