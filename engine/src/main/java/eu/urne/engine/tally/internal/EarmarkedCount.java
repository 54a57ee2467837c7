package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Earmarked;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.TieBreak;
import java.math.BigInteger;
import java.util.List;

/** One count by {@link Earmarked}. */
public final class EarmarkedCount {

    private final Election election;
    private final Earmarked rule;
    private final TieBreak tieBreak;
    private final long[] votes;
    private final Selection selection;

    /**
     * Prepares a count; {@link #outcome()} makes it, once.
     *
     * @throws IllegalArgumentException if an index is beyond the options, or the budget does not hold what is
     *     earmarked; the message is a sentence
     */
    public EarmarkedCount(Election election, Earmarked rule, TieBreak tieBreak) {
        this.election = election;
        this.rule = rule;
        this.tieBreak = tieBreak;
        rule.funded().forEach(this::requireKnown);
        rule.minimums().forEach(minimum -> minimum.options().stream().forEach(this::requireKnown));
        requireMoney();
        this.votes = Scores.votes(election);
        this.selection = Selection.none(election);
    }

    /** Counts. */
    public Outcome outcome() {
        for (int option : rule.funded()) {
            selection.take(option, (place, left) -> new Reason.Funded(place, votes[option], left));
        }
        for (Earmarked.Minimum minimum : rule.minimums()) {
            List<Integer> options = minimum.options().stream().boxed().toList();
            Outcome part = count(selection.within(options, minimum.of(election.budget()), votes));
            if (!part.decided()) {
                return inFull(part);
            }
            take(minimum.category(), part);
        }
        return count(selection);
    }

    private Outcome count(Selection before) {
        return new SpendingCount(election, rule.rule(), tieBreak, before).outcome();
    }

    private void take(String category, Outcome part) {
        selection.tell(part.ties());
        List<String> ids = selection.ids();
        for (String id :
                part.selected().subList(selection.size(), part.selected().size())) {
            int option = ids.indexOf(id);
            Reason reason = part.verdicts().get(option).reason();
            selection.take(option, (place, left) -> new Reason.FromMinimum(category, reason));
        }
    }

    /** An undecided part, with its money told as that of the whole. */
    private Outcome inFull(Outcome part) {
        List<String> ids = selection.ids();
        long spent = part.selected().stream()
                .mapToLong(id -> election.options().get(ids.indexOf(id)).cost())
                .sum();
        return new Outcome(
                part.selected(), spent, election.budget() - spent, part.verdicts(), part.ties(), part.shares());
    }

    private void requireKnown(int option) {
        if (option < 0 || option >= election.options().size()) {
            throw new IllegalArgumentException("the rule names option " + option + " of "
                    + election.options().size());
        }
    }

    private void requireMoney() {
        BigInteger earmarked = BigInteger.ZERO;
        for (int funded : rule.funded()) {
            Option option = election.options().get(funded);
            earmarked = earmarked.add(BigInteger.valueOf(option.cost()));
            require(earmarked, "option " + option.id() + " cannot be funded beforehand");
        }
        for (Earmarked.Minimum minimum : rule.minimums()) {
            earmarked = earmarked.add(BigInteger.valueOf(minimum.of(election.budget())));
            require(earmarked, "the minimum of " + minimum.category() + " cannot be kept");
        }
    }

    private void require(BigInteger earmarked, String refusal) {
        if (earmarked.compareTo(BigInteger.valueOf(election.budget())) > 0) {
            throw new IllegalArgumentException(
                    refusal + ": " + earmarked + " would be more than the budget of " + election.budget());
        }
    }
}
