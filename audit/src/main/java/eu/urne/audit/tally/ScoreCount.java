package eu.urne.audit.tally;

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

/** Section 3.1: groups of equal merit, the highest first, and in each group option by option. */
final class ScoreCount {
    private final Election election;
    private final Rule.ByScore rule;
    private final Comparator<Integer> order;
    private final Selection selection;
    private final long[] scores;
    private final Map<Integer, Set<Integer>> rivals;
    private boolean stopped;

    ScoreCount(Election election, Rule.ByScore rule, Comparator<Integer> order, Selection selection) {
        this.election = election;
        this.rule = rule;
        this.order = order;
        this.selection = selection;
        this.scores = election.scores(rule.form().borda());
        this.rivals = rivals(election, rule.conflicts());
    }

    /** The rule greedy without a threshold. */
    static ScoreCount greedy(Election election, Comparator<Integer> order, Selection selection) {
        return new ScoreCount(election, new Rule.ByScore(Rule.Form.GREEDY, 0, List.of()), order, selection);
    }

    void count() {
        for (List<Integer> group : groups().values()) {
            group.sort(order);
            if (matters(group)) {
                selection.tell(told(group));
            }
            group.forEach(this::consider);
        }
    }

    /** The options that take part, by merit; those below the threshold get their verdict here. */
    private NavigableMap<Fraction, List<Integer>> groups() {
        NavigableMap<Fraction, List<Integer>> groups = new TreeMap<>(Comparator.reverseOrder());
        election.numbers().filter(option -> !selection.has(option)).forEach(option -> {
            if (scores[option] < rule.threshold()) {
                selection.refuse(option, scores[option], new Verdict.BelowThreshold(rule.threshold()));
            } else {
                groups.computeIfAbsent(merit(option), merit -> new ArrayList<>())
                        .add(option);
            }
        });
        return groups;
    }

    private Fraction merit(int option) {
        if (!rule.form().perCost() || scores[option] == 0) {
            return Fraction.of(scores[option], 1);
        }
        return election.cost(option) == 0 ? Fraction.BEYOND_ALL : Fraction.of(scores[option], election.cost(option));
    }

    private void consider(int option) {
        Optional<Integer> excluder = excluder(option);
        if (stopped) {
            selection.refuse(option, scores[option], new Verdict.Stopped());
        } else if (excluder.isPresent()) {
            selection.refuse(option, scores[option], new Verdict.Excluded(election.id(excluder.get())));
        } else if (selection.fits(option)) {
            selection.select(option, scores[option], new Round.Score(scores[option]));
        } else {
            stopped = rule.form().stops();
            if (isCovered(option)) {
                selection.selectWithReserve(option, scores[option], new Round.Score(scores[option]));
            } else {
                selection.refuse(option, scores[option], new Verdict.Unaffordable(selection.left()));
            }
        }
    }

    /** Whether the money left is at least four fifths of the cost, with greedy-custom. */
    private boolean isCovered(int option) {
        return rule.form() == Rule.Form.CUSTOM
                && Fraction.of(selection.left(), 1)
                                .times(5)
                                .compareTo(Fraction.of(election.cost(option), 1).times(4))
                        >= 0;
    }

    private boolean matters(List<Integer> group) {
        if (group.size() < 2 || stopped) {
            return false;
        }
        List<Integer> open = group.stream().filter(this::isOpen).toList();
        if (rule.form().stops()) {
            return (!open.isEmpty() || group.stream().anyMatch(this::isCovered)) && costMoreThanLeft(group);
        }
        return costMoreThanLeft(open) || haveConflict(open);
    }

    private List<Integer> told(List<Integer> group) {
        return rule.form().stops() ? group : group.stream().filter(this::isOpen).toList();
    }

    private boolean isOpen(int option) {
        return selection.fits(option) && excluder(option).isEmpty();
    }

    private boolean costMoreThanLeft(List<Integer> group) {
        long rest = selection.left();
        for (int option : group) {
            if (election.cost(option) > rest) {
                return true;
            }
            rest -= election.cost(option);
        }
        return false;
    }

    private boolean haveConflict(List<Integer> group) {
        Set<Integer> members = new HashSet<>(group);
        return group.stream().anyMatch(one -> rivals(one).stream().anyMatch(members::contains));
    }

    /** The first selected option that is in conflict with this one. */
    private Optional<Integer> excluder(int option) {
        Set<Integer> rivals = rivals(option);
        return rivals.isEmpty()
                ? Optional.empty()
                : selection.selected().stream().filter(rivals::contains).findFirst();
    }

    private Set<Integer> rivals(int option) {
        return rivals.getOrDefault(option, Set.of());
    }

    private static Map<Integer, Set<Integer>> rivals(Election election, List<Rule.Conflict> conflicts) {
        Map<String, Integer> numbers = new HashMap<>();
        election.numbers().forEach(option -> numbers.put(election.id(option), option));
        Map<Integer, Set<Integer>> rivals = new HashMap<>();
        for (Rule.Conflict conflict : conflicts) {
            Integer first = numbers.get(conflict.first());
            Integer second = numbers.get(conflict.second());
            if (first != null && second != null) {
                rivals.computeIfAbsent(first, option -> new HashSet<>()).add(second);
                rivals.computeIfAbsent(second, option -> new HashSet<>()).add(first);
            }
        }
        return rivals;
    }
}
