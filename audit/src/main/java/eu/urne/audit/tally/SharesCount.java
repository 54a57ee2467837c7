package eu.urne.audit.tally;

import eu.urne.audit.ballot.Choice;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The Method of Equal Shares: runs, what fills up, the comparison (docs/formats/events.md, section 3.2). */
final class SharesCount {
    private final Election election;
    private final Rule.EqualShares rule;
    private final TieBreak tieBreak;
    private final Comparator<Integer> order;
    private final Support support;
    private final long voters;
    private long runs;

    /** The run that stands, and the ties to be told. */
    private record Standing(Fraction share, SharesRun run, List<TieTrail.Tied> ties) {}

    SharesCount(Election election, Rule.EqualShares rule, TieBreak tieBreak, Comparator<Integer> order) {
        this.election = election;
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.order = order;
        this.support = new Support(election);
        this.voters = rule.blanks()
                ? election.ballots().counted()
                : election.ballots().chosen();
    }

    Selection count() {
        Standing standing = raise();
        SharesRun run = new SharesRun(election, rule.utility(), support, order, standing.share, true);
        Selection selection = Selection.none(election);
        for (int place = 0; place < run.bought().size(); place++) {
            int option = run.bought().get(place);
            selection.select(option, support.worth(option), run.reasons().get(place));
        }
        standing.ties.forEach(tie -> selection.tell(tie.options()));
        election.numbers().forEach(option -> {
            Verdict lost = support.has(option) ? new Verdict.Unpaid() : new Verdict.Unsupported();
            selection.refuse(option, support.worth(option), lost);
        });
        fill(selection);
        selection.tell(new Outcome.Shares(standing.share, runs, Optional.empty()));
        boolean stopped = tieBreak instanceof TieBreak.Report && selection.hasTie();
        return rule.comparison() && !stopped ? compared(selection, standing.share) : selection;
    }

    private Standing raise() {
        Fraction share = firstShare();
        Fraction step = step();
        SharesRun run = run(share);
        while (goesOn(run, step)) {
            Fraction higher = share.plus(step);
            SharesRun next = run(higher);
            if (next.isTooDear() && !isReported(next)) {
                return new Standing(share, run, both(run.ties(), next.ties()));
            }
            share = higher;
            run = next;
        }
        return new Standing(share, run, run.ties());
    }

    private SharesRun run(Fraction share) {
        runs++;
        return new SharesRun(election, rule.utility(), support, order, share, false);
    }

    private static List<TieTrail.Tied> both(List<TieTrail.Tied> standing, List<TieTrail.Tied> tooDear) {
        List<TieTrail.Tied> ties = new ArrayList<>(standing);
        tooDear.stream().filter(tie -> !standing.contains(tie)).forEach(ties::add);
        return ties;
    }

    /** With {@code report} the first run with a tie that matters stops the count. */
    private boolean isReported(SharesRun run) {
        return tieBreak instanceof TieBreak.Report && !run.ties().isEmpty();
    }

    private boolean goesOn(SharesRun run, Fraction step) {
        if (voters == 0 || step.compareTo(Fraction.ZERO) == 0 || isReported(run)) {
            return false;
        }
        IntStream open = election.numbers()
                .filter(option -> support.has(option) && !run.bought().contains(option));
        return switch (rule.completion()) {
            case NONE -> false;
            case ADD1 -> open.findAny().isPresent();
            case ADD1_EXHAUSTIVE -> open.anyMatch(option -> election.cost(option) <= run.left());
        };
    }

    private Fraction firstShare() {
        if (voters == 0) {
            return Fraction.ZERO;
        }
        if (rule.floor() && rule.step() instanceof Rule.Step.Cents(long cents)) {
            BigInteger steps =
                    Fraction.of(election.budget(), voters).over(cents).floor();
            return new Fraction(steps, BigInteger.ONE).times(cents);
        }
        return Fraction.of(election.budget(), voters);
    }

    private Fraction step() {
        return switch (rule.step()) {
            case Rule.Step.None none -> Fraction.ZERO;
            case Rule.Step.Cents(long cents) -> Fraction.of(cents, 1);
            case Rule.Step.Percent(long hundredths) ->
                voters == 0
                        ? Fraction.ZERO
                        : Fraction.of(election.budget(), voters)
                                .times(hundredths)
                                .over(100);
        };
    }

    private void fill(Selection selection) {
        switch (rule.then()) {
            case NONE -> {}
            case GREEDY -> ScoreCount.greedy(election, order, selection).count();
            case PHRAGMEN -> new PhragmenCount(election, false, order, selection).count();
        }
    }

    private Selection compared(Selection shares, Fraction share) {
        Selection greedy = Selection.none(election);
        ScoreCount.greedy(election, order, greedy).count();
        long[] prefer = {0, 0};
        election.ballots().forEach((choice, number) -> {
            long more = utility(choice, shares) - utility(choice, greedy);
            prefer[0] += more > 0 ? number : 0;
            prefer[1] += more < 0 ? number : 0;
        });
        Outcome.Preference preference = new Outcome.Preference(prefer[0], prefer[1]);
        Selection standing = preference.greedy() > preference.shares() ? greedy : shares;
        standing.tellBoth(shares, greedy);
        standing.tell(new Outcome.Shares(share, runs, Optional.of(preference)));
        return standing;
    }

    /** What the options of an outcome are worth to a voter together. */
    private long utility(Choice choice, Selection outcome) {
        return switch (choice) {
            case Choice.Named(List<Integer> named) ->
                named.stream()
                        .filter(outcome::has)
                        .mapToLong(option -> rule.utility() == Rule.Utility.COST ? election.cost(option) : 1)
                        .sum();
            case Choice.Pointed(List<Integer> points) ->
                outcome.selected().stream().mapToLong(points::get).sum();
            case Choice.Ranked(List<Integer> ranked) ->
                ranked.stream()
                        .filter(outcome::has)
                        .mapToLong(option -> ranked.size() - ranked.indexOf(option) - 1L)
                        .sum();
            case Choice.Graded graded -> 0;
            case Choice.Voted voted -> 0;
            case Choice.Null() -> 0;
            case Choice.Blank() -> 0;
        };
    }
}
