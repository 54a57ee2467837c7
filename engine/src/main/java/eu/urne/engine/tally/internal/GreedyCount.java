package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One count by {@link Rule.Greedy}: the options stand by score, equal scores form a group, groups are settled from the
 * highest score down.
 */
public final class GreedyCount {

    private final List<Option> options;
    private final Rule.Greedy rule;
    private final TieBreak tieBreak;
    private final int[] tieOrder;
    private final long[] scores;
    private final @Nullable Reason[] reasons;
    private final List<List<Integer>> conflicts;
    private final List<Integer> chosen = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private long left;
    private @Nullable String stoppedAt;
    private boolean undecided;

    /**
     * Prepares a count; {@link #outcome()} makes it, once.
     *
     * @throws IllegalArgumentException if a conflict names an option that does not exist, or the ballots have no score
     */
    public GreedyCount(Election election, Rule.Greedy rule, TieBreak tieBreak) {
        this.options = election.options();
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.tieOrder = TieOrder.of(election, tieBreak);
        this.scores = Scores.of(election);
        this.reasons = new Reason[options.size()];
        this.conflicts = conflictsByOption(rule.conflicts(), options.size());
        this.left = election.budget();
    }

    /** Counts. */
    public Outcome outcome() {
        long budget = left;
        List<Integer> order = IntStream.range(0, options.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(option -> scores[option])
                        .reversed()
                        .thenComparingInt(option -> tieOrder[option]))
                .toList();
        int from = 0;
        while (from < order.size()) {
            int to = from + 1;
            while (to < order.size() && scores[order.get(to)] == scores[order.get(from)]) {
                to++;
            }
            settle(order.subList(from, to));
            from = to;
        }
        List<Verdict> verdicts = IntStream.range(0, options.size())
                .mapToObj(option -> new Verdict(id(option), Objects.requireNonNull(reasons[option])))
                .toList();
        return new Outcome(chosen.stream().map(this::id).toList(), budget - left, left, verdicts, ties);
    }

    /** Settles a group of equal scores, in the order of the method for ties. */
    private void settle(List<Integer> group) {
        long score = scores[group.getFirst()];
        if (rule.minimum() > 0 && score < rule.minimum()) {
            group.forEach(option -> reasons[option] = new Reason.BelowMinimum(score, rule.minimum()));
            return;
        }
        if (undecided) {
            group.forEach(option -> reasons[option] = new Reason.Undecided(score));
            return;
        }
        int round = chosen.size() + 1;
        List<Integer> tied = stoppedAt == null ? tied(group) : List.of();
        if (!tied.isEmpty() && tieBreak == TieBreak.Fixed.REPORT) {
            undecided = true;
            tied.forEach(option -> reasons[option] = new Reason.Tied(score));
            group.stream().filter(option -> !tied.contains(option)).forEach(this::consider);
        } else {
            group.forEach(this::consider);
        }
        if (!tied.isEmpty()) {
            ties.add(new Tie(
                    round,
                    ids(tied),
                    tieBreak.text(),
                    ids(tied.stream().filter(this::isChosen).toList())));
        }
    }

    /**
     * Those of a group between whom the method for ties has to decide; none if every order chooses the same.
     *
     * <p>Skipping: whatever the order, the chosen of the group form a set to which nothing can be added, and every such
     * set comes from some order. There is one such set only if all that could be chosen alone can be chosen together.
     *
     * <p>Not skipping: if one can be chosen alone and not all together, some order leaves that one out.
     */
    private List<Integer> tied(List<Integer> group) {
        List<Integer> possible =
                group.stream().filter(option -> refusal(option).isEmpty()).toList();
        List<Integer> candidates = rule.form() == Rule.Form.NO_SKIP ? group : possible;
        return possible.isEmpty() || together(candidates) ? List.of() : candidates;
    }

    private boolean together(List<Integer> group) {
        long rest = left;
        for (int option : group) {
            if (options.get(option).cost() > rest
                    || conflicts.get(option).stream().anyMatch(group::contains)) {
                return false;
            }
            rest -= options.get(option).cost();
        }
        return true;
    }

    private void consider(int option) {
        Optional<Reason> refusal = refusal(option);
        if (refusal.isPresent()) {
            reasons[option] = refusal.get();
            if (rule.form() == Rule.Form.NO_SKIP && stoppedAt == null) {
                stoppedAt = id(option);
            }
            return;
        }
        left -= options.get(option).cost();
        chosen.add(option);
        reasons[option] = new Reason.Chosen(chosen.size(), scores[option], left);
    }

    /** Why an option cannot be chosen now. */
    private Optional<Reason> refusal(int option) {
        if (stoppedAt != null) {
            return Optional.of(new Reason.NotReached(scores[option], stoppedAt));
        }
        Optional<Reason> excluded = conflicts.get(option).stream()
                .filter(this::isChosen)
                .min(Comparator.comparingInt(chosen::indexOf))
                .map(winner -> new Reason.Excluded(scores[option], id(winner)));
        if (excluded.isEmpty() && options.get(option).cost() > left) {
            return Optional.of(new Reason.DidNotFit(scores[option], left));
        }
        return excluded;
    }

    private boolean isChosen(int option) {
        return reasons[option] instanceof Reason.Chosen;
    }

    private List<String> ids(List<Integer> indexes) {
        return indexes.stream().map(this::id).toList();
    }

    private String id(int option) {
        return options.get(option).id();
    }

    private static List<List<Integer>> conflictsByOption(List<Rule.Conflict> conflicts, int options) {
        List<List<Integer>> byOption = new ArrayList<>();
        for (int option = 0; option < options; option++) {
            byOption.add(new ArrayList<>());
        }
        for (Rule.Conflict conflict : conflicts) {
            if (conflict.second() >= options) {
                throw new IllegalArgumentException("a conflict names option " + conflict.second() + " of " + options);
            }
            byOption.get(conflict.first()).add(conflict.second());
            byOption.get(conflict.second()).add(conflict.first());
        }
        return byOption;
    }
}
