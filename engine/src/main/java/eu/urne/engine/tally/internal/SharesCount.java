package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.SharesCourse;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One count by {@link EqualShares}: the run that stands, what fills up, and the comparison with greedy. */
public final class SharesCount {

    private final Election election;
    private final Selection before;
    private final EqualShares rule;
    private final TieBreak tieBreak;
    private final Support support;
    private final SharesRun run;
    private final SharesRaise raise;

    /**
     * Prepares a count; {@link #outcome()} makes it, once.
     *
     * @throws IllegalArgumentException if the utility does not fit the kind of the ballots
     * @throws ArithmeticException if the utility of an option exceeds a long
     */
    public SharesCount(Election election, EqualShares rule, TieBreak tieBreak) {
        this(election, rule, tieBreak, Selection.none(election), true);
    }

    /**
     * As above.
     *
     * @param bounded false to decide everything by exact fractions, without bounds first, and to make every run: for
     *     tests
     */
    public SharesCount(Election election, EqualShares rule, TieBreak tieBreak, boolean bounded) {
        this(election, rule, tieBreak, Selection.none(election), bounded);
    }

    /**
     * A count after another, with the money left by it.
     *
     * @param before what was selected before
     */
    SharesCount(Election election, EqualShares rule, TieBreak tieBreak, Selection before, boolean bounded) {
        this.before = before;
        this.election = election;
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.support = Support.of(election, rule.utility(), before::isOpen);
        long[] cost = election.options().stream().mapToLong(Option::cost).toArray();
        int[] tieOrder = TieOrder.of(election, tieBreak);
        this.run = new SharesRun(support, cost, before.left(), rule.utility(), tieOrder, bounded);
        this.raise = new SharesRaise(election, rule, tieBreak, support, run, before, bounded);
    }

    /** Counts. */
    public Outcome outcome() {
        SharesOutcome raised = raise.outcome();
        Selection selection = new SharesReasons(election, support, rule.utility(), run, raised, before).selection();
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
        Outcome greedy = new GreedyCount(election, Rule.Greedy.plain(), tieBreak, before).outcome();
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
                : Math.clamp(
                        outcome.selected().size() - (long) before.size(),
                        0,
                        raised.selected().size());
        return new Outcome(
                outcome.selected(),
                outcome.spent(),
                outcome.left(),
                outcome.verdicts(),
                outcome.ties(),
                Optional.of(new SharesCourse(raised.share(), raise.looked(), bought, comparison)));
    }

    private Outcome fill(Selection selection) {
        return switch (rule.then()) {
            case NOTHING -> selection.outcome(support.total, List.of(), tieBreak);
            case GREEDY -> new GreedyCount(election, Rule.Greedy.plain(), tieBreak, selection).outcome();
            case PHRAGMEN -> new PhragmenCount(election, Phragmen.stopping(), tieBreak, selection, true).outcome();
        };
    }
}
