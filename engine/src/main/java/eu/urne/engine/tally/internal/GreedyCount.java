package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.Verdict;
import java.math.BigInteger;
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

    private final Selection before;
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
        this(election, rule, tieBreak, Selection.none(election));
    }

    /**
     * A count after another.
     *
     * @param before what was selected before and why; the reasons given there stand
     */
    GreedyCount(Election election, Rule.Greedy rule, TieBreak tieBreak, Selection before) {
        this.before = before;
        this.options = election.options();
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.tieOrder = TieOrder.of(election, tieBreak);
        this.scores = Scores.of(election, rule.form());
        this.reasons = new Reason[options.size()];
        this.conflicts = conflictsByOption(rule.conflicts(), options.size());
        this.left = before.left();
        this.chosen.addAll(before.selected());
    }

    /** Counts. */
    public Outcome outcome() {
        List<Integer> order = IntStream.range(0, options.size())
                .boxed()
                .filter(before::isOpen)
                .sorted(((Comparator<Integer>) this::byMerit).thenComparingInt(option -> tieOrder[option]))
                .toList();
        order = order.stream().filter(this::reachesMinimum).toList();
        int from = 0;
        while (from < order.size()) {
            int to = from + 1;
            while (to < order.size() && byMerit(order.get(to), order.get(from)) == 0) {
                to++;
            }
            settle(order.subList(from, to));
            from = to;
        }
        List<Verdict> verdicts = IntStream.range(0, options.size())
                .mapToObj(option -> new Verdict(id(option), reason(option)))
                .toList();
        List<Tie> all = new ArrayList<>(before.ties());
        all.addAll(ties);
        return new Outcome(chosen.stream().map(this::id).toList(), before.budget() - left, left, verdicts, all);
    }

    /** What was told before stands, unless the option was chosen or is tied now. */
    private Reason reason(int option) {
        Reason now = reasons[option];
        boolean news = isChosen(option) || now instanceof Reason.Tied || now instanceof Reason.Undecided;
        return news ? now : before.reason(option).orElseGet(() -> Objects.requireNonNull(now));
    }

    private boolean reachesMinimum(int option) {
        boolean reaches = rule.minimum() == 0 || scores[option] >= rule.minimum();
        if (!reaches) {
            reasons[option] = new Reason.BelowMinimum(scores[option], rule.minimum());
        }
        return reaches;
    }

    /** Orders by score, or score divided by cost, the best first. */
    private int byMerit(int a, int b) {
        if (!rule.form().perCost()) {
            return Long.compare(scores[b], scores[a]);
        }
        long costOfA = options.get(a).cost();
        long costOfB = options.get(b).cost();
        if (costOfA == 0 || costOfB == 0) {
            return Integer.compare(meritOfFree(b, costOfB), meritOfFree(a, costOfA));
        }
        return BigInteger.valueOf(scores[b])
                .multiply(BigInteger.valueOf(costOfA))
                .compareTo(BigInteger.valueOf(scores[a]).multiply(BigInteger.valueOf(costOfB)));
    }

    /** What is free is beyond all that costs something, before it with a score above 0, else by the sign alone. */
    private int meritOfFree(int option, long cost) {
        return Long.signum(scores[option]) * (cost == 0 ? 2 : 1);
    }

    /** Settles a group of equal scores, in the order of the method for ties. */
    private void settle(List<Integer> group) {
        if (undecided) {
            group.forEach(option -> reasons[option] = new Reason.Undecided(scores[option]));
            return;
        }
        int round = chosen.size() + 1;
        List<Integer> tied = stoppedAt == null ? tied(group) : List.of();
        if (!tied.isEmpty() && tieBreak == TieBreak.Fixed.REPORT) {
            undecided = true;
            tied.forEach(option -> reasons[option] = new Reason.Tied(scores[option]));
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
        List<Integer> candidates = rule.form().stops() ? group : possible;
        boolean open =
                !possible.isEmpty() || (group.size() > 1 && group.stream().anyMatch(this::covers));
        return !open || together(candidates) ? List.of() : candidates;
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
            if (rule.form().stops() && stoppedAt == null) {
                stoppedAt = id(option);
                payFromReserve(option);
            }
            return;
        }
        left -= options.get(option).cost();
        chosen.add(option);
        reasons[option] = new Reason.Chosen(chosen.size(), scores[option], left);
    }

    private void payFromReserve(int option) {
        if (covers(option)) {
            chosen.add(option);
            long reserve = options.get(option).cost() - left;
            reasons[option] = new Reason.FromReserve(chosen.size(), scores[option], reserve);
            left = 0;
        }
    }

    /** Whether the money left is at least 80 % of the cost, by a rule that knows a reserve. */
    private boolean covers(int option) {
        long cost = options.get(option).cost();
        return rule.form() == Rule.Form.RESERVE && left >= cost - cost / 5;
    }

    /** Why an option cannot be chosen now. */
    private Optional<Reason> refusal(int option) {
        if (stoppedAt != null) {
            return Optional.of(new Reason.NotReached(scores[option], stoppedAt));
        }
        Optional<Reason> excluded = conflicts.get(option).stream()
                .filter(other -> isChosen(other) || before.has(other))
                .min(Comparator.comparingInt(chosen::indexOf))
                .map(winner -> new Reason.Excluded(scores[option], id(winner)));
        if (excluded.isEmpty() && options.get(option).cost() > left) {
            return Optional.of(new Reason.DidNotFit(scores[option], left));
        }
        return excluded;
    }

    private boolean isChosen(int option) {
        return reasons[option] instanceof Reason.Chosen || reasons[option] instanceof Reason.FromReserve;
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
