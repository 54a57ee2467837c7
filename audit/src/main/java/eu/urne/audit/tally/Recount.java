package eu.urne.audit.tally;

import eu.urne.audit.tally.Rule.Greedy;
import eu.urne.audit.tally.Rule.GreedyExclusive;
import eu.urne.audit.tally.Rule.GreedyNoSkip;
import eu.urne.audit.tally.Rule.GreedyThreshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts a poll by the book (docs/formats/events.md, sections 3 and 4): groups of equal score, the highest first, and
 * in each group option by option. It is written to be read beside the page, not to be fast.
 */
public final class Recount {
    private final List<Option> options;
    private final List<Long> scores;
    private final Map<String, Long> votes;
    private final Rule rule;
    private final TieBreak tieBreak;
    private final Map<String, Set<String>> rivals;
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final List<String> selected = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private final long budget;
    private long left;
    private boolean stopped;

    private Recount(
            List<Option> options, List<Long> scores, List<Long> votes, long budget, Rule rule, TieBreak tieBreak) {
        this.options = options;
        this.scores = scores;
        this.votes = byId(options, votes);
        this.rule = rule;
        this.tieBreak = tieBreak;
        this.rivals = rivalsOf(rule);
        this.budget = budget;
        this.left = budget;
    }

    /**
     * Counts.
     *
     * @param options the options in the order of the definition
     * @param scores the score of each, from 0
     * @param votes the number of counted ballots that name each
     * @param budget cents; 0 where nothing is spent
     * @param rule the rule
     * @param tieBreak how ties are broken
     * @throws IllegalArgumentException if there are not as many scores as options
     */
    public static Outcome of(
            List<Option> options, List<Long> scores, List<Long> votes, long budget, Rule rule, TieBreak tieBreak) {
        if (options.size() != scores.size() || options.size() != votes.size()) {
            throw new IllegalArgumentException(options.size() + " options, but " + scores.size() + " scores");
        }
        return new Recount(options, scores, votes, budget, rule, tieBreak).count();
    }

    private static Map<String, Long> byId(List<Option> options, List<Long> votes) {
        Map<String, Long> byId = new HashMap<>();
        for (int i = 0; i < options.size(); i++) {
            byId.put(options.get(i).id(), votes.get(i));
        }
        return byId;
    }

    private Outcome count() {
        for (Map.Entry<Long, List<Option>> group : groups().entrySet()) {
            List<Option> ordered = tieBreak.order(group.getValue(), votes);
            if (matters(ordered)) {
                Tie tie = new Tie(tieBreak.text(), ids(told(ordered)), group.getKey());
                if (tieBreak instanceof TieBreak.Report) {
                    return new Outcome.Undecided(tie);
                }
                ties.add(tie);
            }
            for (Option option : ordered) {
                verdicts.put(option.id(), decide(option));
            }
        }
        return new Outcome.Decided(List.copyOf(selected), budget - left, left, List.copyOf(ties), results());
    }

    /** The options that take part, by score, the highest first; those below the threshold get their verdict here. */
    private NavigableMap<Long, List<Option>> groups() {
        NavigableMap<Long, List<Option>> groups = new TreeMap<>(Comparator.reverseOrder());
        for (int i = 0; i < options.size(); i++) {
            if (scores.get(i) < rule.threshold()) {
                verdicts.put(options.get(i).id(), new Verdict.BelowThreshold(rule.threshold()));
            } else {
                groups.computeIfAbsent(scores.get(i), score -> new ArrayList<>())
                        .add(options.get(i));
            }
        }
        return groups;
    }

    private Verdict decide(Option option) {
        if (stopped) {
            return new Verdict.Stopped();
        }
        Set<String> rivals = rivals(option);
        Optional<String> excluder = selected.stream().filter(rivals::contains).findFirst();
        if (excluder.isPresent()) {
            return new Verdict.Excluded(excluder.get());
        }
        if (option.cost() > left) {
            stopped = rule instanceof GreedyNoSkip;
            return new Verdict.Unaffordable(left);
        }
        left -= option.cost();
        selected.add(option.id());
        return new Verdict.Selected(left, selected.size());
    }

    /** A tie matters if another order of its options could change who is selected. */
    private boolean matters(List<Option> group) {
        if (group.size() < 2 || stopped) {
            return false;
        }
        List<Option> open = group.stream().filter(this::isOpen).toList();
        return switch (rule) {
            case Greedy greedy -> costMoreThanLeft(open);
            case GreedyThreshold threshold -> costMoreThanLeft(open);
            case GreedyExclusive exclusive -> costMoreThanLeft(open) || haveConflict(open);
            case GreedyNoSkip noSkip -> !open.isEmpty() && costMoreThanLeft(group);
        };
    }

    /** Those between whom the method decided: where counting stops at what does not fit all, else the open ones. */
    private List<Option> told(List<Option> group) {
        return rule instanceof GreedyNoSkip
                ? group
                : group.stream().filter(this::isOpen).toList();
    }

    private boolean isOpen(Option option) {
        return option.cost() <= left && selected.stream().noneMatch(rivals(option)::contains);
    }

    private boolean costMoreThanLeft(List<Option> group) {
        long rest = left;
        for (Option option : group) {
            if (option.cost() > rest) {
                return true;
            }
            rest -= option.cost();
        }
        return false;
    }

    private boolean haveConflict(List<Option> group) {
        Set<String> ids = new HashSet<>(ids(group));
        return group.stream().anyMatch(option -> rivals(option).stream().anyMatch(ids::contains));
    }

    private Set<String> rivals(Option option) {
        return rivals.getOrDefault(option.id(), Set.of());
    }

    private static Map<String, Set<String>> rivalsOf(Rule rule) {
        Map<String, Set<String>> rivals = new HashMap<>();
        if (rule instanceof GreedyExclusive exclusive) {
            for (Rule.Conflict conflict : exclusive.conflicts()) {
                rivals.computeIfAbsent(conflict.first(), id -> new HashSet<>()).add(conflict.second());
                rivals.computeIfAbsent(conflict.second(), id -> new HashSet<>()).add(conflict.first());
            }
        }
        return rivals;
    }

    private List<OptionResult> results() {
        List<OptionResult> results = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            String id = options.get(i).id();
            Verdict verdict = verdicts.get(id);
            if (verdict == null) {
                throw new IllegalStateException("no verdict for option " + id);
            }
            results.add(new OptionResult(id, scores.get(i), verdict));
        }
        return List.copyOf(results);
    }

    private static List<String> ids(List<Option> group) {
        return group.stream().map(Option::id).toList();
    }
}
