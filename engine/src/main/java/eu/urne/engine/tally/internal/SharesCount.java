package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.SharesCourse;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One count by {@link EqualShares}: runs with rising shares, what fills up, and the comparison with greedy. */
public final class SharesCount {

    private final Election election;
    private final EqualShares rule;
    private final TieBreak tieBreak;
    private final Support support;
    private final int[] tieOrder;
    private final SharesRun run;
    private final List<Integer> free;
    private final List<Integer> supported;
    private long runs;

    /**
     * Prepares a count; {@link #outcome()} makes it, once.
     *
     * @throws IllegalArgumentException if the utility does not fit the kind of the ballots
     * @throws ArithmeticException if the utility of an option exceeds a long
     */
    public SharesCount(Election election, EqualShares rule, TieBreak tieBreak) {
        this(election, rule, tieBreak, true);
    }

    /**
     * As above.
     *
     * @param bounded false to decide everything by exact fractions, without bounds first: for tests
     */
    public SharesCount(Election election, EqualShares rule, TieBreak tieBreak, boolean bounded) {
        this.election = election;
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.support = Support.of(election, rule.utility());
        long[] cost = election.options().stream().mapToLong(Option::cost).toArray();
        this.tieOrder = TieOrder.of(election, tieBreak);
        this.run = new SharesRun(support, cost, election.budget(), rule.utility(), tieOrder, bounded);
        this.supported = support.supported();
        this.free = supported.stream().filter(option -> cost[option] == 0).toList();
    }

    /** Counts. */
    public Outcome outcome() {
        SharesOutcome raised = raise();
        Selection selection = new SharesReasons(election, support, rule.utility(), tieOrder, run, raised).selection();
        if (tieBreak == TieBreak.Fixed.REPORT && !raised.ties().isEmpty()) {
            return told(selection.outcome(support.total, raised.ties(), tieBreak), raised, Optional.empty());
        }
        selection.tell(raised.ties(), tieBreak);
        Outcome filled = fill(selection);
        return rule.comparison() && filled.decided()
                ? compared(filled, raised)
                : told(filled, raised, Optional.empty());
    }

    private Outcome compared(Outcome filled, SharesOutcome raised) {
        Outcome greedy = Tally.count(election, Rule.Greedy.plain(), tieBreak);
        SharesCourse.Comparison comparison =
                new Preferences(election, support, rule.utility()).between(filled.selected(), greedy.selected());
        if (!comparison.greedyStands() && greedy.decided()) {
            List<Tie> ties = new ArrayList<>(filled.ties());
            ties.addAll(greedy.ties());
            return told(
                    new Outcome(filled.selected(), filled.spent(), filled.left(), filled.verdicts(), ties),
                    raised,
                    Optional.of(comparison));
        }
        List<Tie> ties = new ArrayList<>(filled.ties());
        ties.addAll(greedy.ties());
        return told(
                new Outcome(greedy.selected(), greedy.spent(), greedy.left(), greedy.verdicts(), ties),
                raised,
                Optional.of(comparison));
    }

    private Outcome told(Outcome outcome, SharesOutcome raised, Optional<SharesCourse.Comparison> comparison) {
        int bought = comparison.isPresent() && comparison.get().greedyStands()
                ? 0
                : Math.min(outcome.selected().size(), raised.selected().size());
        return new Outcome(
                outcome.selected(),
                outcome.spent(),
                outcome.left(),
                outcome.verdicts(),
                outcome.ties(),
                Optional.of(new SharesCourse(raised.share(), runs, bought, comparison)));
    }

    /** Runs with rising shares until the completion says to stop; the run that stands is the last one made. */
    private SharesOutcome raise() {
        Fraction share = firstShare();
        Fraction step = step();
        SharesOutcome standing = run(share);
        while (step.signum() > 0 && !toBeReported(standing) && goesOn(standing)) {
            share = share.plus(step);
            SharesOutcome next = run(share);
            if (toBeReported(next)) {
                return next;
            }
            if (!next.affordable()) {
                return again(standing.share(), next);
            }
            standing = next;
        }
        return standing;
    }

    private boolean toBeReported(SharesOutcome outcome) {
        return tieBreak == TieBreak.Fixed.REPORT && !outcome.ties().isEmpty();
    }

    /** The run before the one that was too dear, with the ties of both: each could have changed the outcome. */
    private SharesOutcome again(Fraction share, SharesOutcome tooDear) {
        SharesOutcome standing = run(share);
        runs--;
        List<TieLog.Entry> ties = new ArrayList<>(standing.ties());
        tooDear.ties().stream().filter(tie -> !ties.contains(tie)).forEach(ties::add);
        return new SharesOutcome(share, true, standing.selected(), standing.spent(), ties);
    }

    private boolean goesOn(SharesOutcome standing) {
        return voters() > 0
                && switch (rule.completion()) {
                    case NONE -> false;
                    case ADD1 -> standing.selected().size() < supported.size();
                    case ADD1_EXHAUSTIVE ->
                        supported.stream()
                                .anyMatch(option -> !standing.selected().contains(option)
                                        && election.options().get(option).cost()
                                                <= election.budget() - standing.spent());
                };
    }

    private SharesOutcome run(Fraction share) {
        runs++;
        boolean affordable = run.run(share);
        List<Integer> selected = new ArrayList<>(free);
        for (int option : run.bought()) {
            selected.add(option);
        }
        return new SharesOutcome(share, affordable, selected, run.spent(), run.ties());
    }

    private Fraction firstShare() {
        if (voters() == 0) {
            return Fraction.ZERO;
        }
        Fraction exact = Fraction.of(election.budget(), voters());
        if (rule.share().start() == EqualShares.Start.EXACT) {
            return exact;
        }
        Fraction step = step();
        return new Fraction(exact.over(step).floor(), BigInteger.ONE).times(step);
    }

    private Fraction step() {
        long amount = rule.share().step().amount();
        return switch (rule.share().step().unit()) {
            case NOTHING -> Fraction.ZERO;
            case PER_VOTER -> Fraction.of(amount);
            case PERCENT_OF_BUDGET ->
                voters() == 0
                        ? Fraction.ZERO
                        : Fraction.of(election.budget())
                                .times(Fraction.of(amount, 100))
                                .over(Fraction.of(voters()));
        };
    }

    private long voters() {
        return rule.share().blanks() ? election.voters() : support.votersWithVote;
    }

    private Outcome fill(Selection selection) {
        return switch (rule.then()) {
            case NOTHING -> selection.outcome(support.total, List.of(), tieBreak);
            case GREEDY -> new GreedyCount(election, Rule.Greedy.plain(), tieBreak, selection).outcome();
            case PHRAGMEN -> new PhragmenCount(election, Phragmen.stopping(), tieBreak, selection, true).outcome();
        };
    }
}
