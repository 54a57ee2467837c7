package eu.urne.audit.tally;

import eu.urne.audit.tally.Outcome.Decided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a count has come to so far. One rule can go on where another has ended. */
final class Selection {
    private final Election election;
    private final boolean free;
    private final List<Integer> selected = new ArrayList<>();
    private final Map<Integer, OptionResult> results = new HashMap<>();
    private final List<List<Integer>> ties = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private Optional<Outcome.Shares> shares = Optional.empty();
    private long left;

    private Selection(Election election, boolean free) {
        this.election = election;
        this.free = free;
        this.left = election.budget();
    }

    /** Nothing selected, the whole budget left. */
    static Selection none(Election election) {
        return new Selection(election, false);
    }

    /** The same for rules in which options count as free. */
    static Selection withoutMoney(Election election) {
        return new Selection(election, true);
    }

    List<Integer> selected() {
        return selected;
    }

    boolean has(int option) {
        return selected.contains(option);
    }

    long left() {
        return left;
    }

    boolean fits(int option) {
        return free || election.cost(option) <= left;
    }

    /** Selects an option that fits. */
    void select(int option, long score, Round.Why why) {
        left -= free ? 0 : election.cost(option);
        add(option, score, new Verdict.Selected(left, selected.size() + 1), why);
    }

    /** Selects an option that costs more than is left. */
    void selectWithReserve(int option, long score, Round.Why why) {
        long reserve = election.cost(option) - left;
        left = 0;
        add(option, score, new Verdict.Reserve(reserve, selected.size() + 1), why);
    }

    /** Selects an option with a verdict of its own; it counts as free. */
    void add(int option, long score, Verdict verdict, Round.Why why) {
        selected.add(option);
        results.put(option, new OptionResult(election.id(option), score, verdict));
        rounds.add(new Round(election.id(option), left, why));
    }

    /** Says why an option is not selected, unless that has been said, or it is. */
    void refuse(int option, long score, Verdict verdict) {
        results.putIfAbsent(option, new OptionResult(election.id(option), score, verdict));
    }

    /** Tells a tie that matters, in the order among equals. */
    void tell(List<Integer> tied) {
        ties.add(List.copyOf(tied));
    }

    /** Tells the ties of two counts, of which this is one. */
    void tellBoth(Selection first, Selection second) {
        List<List<Integer>> both = new ArrayList<>(first.ties);
        both.addAll(second.ties);
        ties.clear();
        ties.addAll(both);
    }

    /** Tells how the share came about. */
    void tell(Outcome.Shares course) {
        shares = Optional.of(course);
    }

    boolean hasTie() {
        return !ties.isEmpty();
    }

    /** With {@code report} the first tie that matters stops the count. */
    Outcome outcome(TieBreak tieBreak) {
        List<Tie> told = ties.stream().map(tied -> tie(tieBreak, tied)).toList();
        if (tieBreak instanceof TieBreak.Report && !told.isEmpty()) {
            return new Outcome.Undecided(told.getFirst());
        }
        return new Decided(
                selected.stream().map(election::id).toList(),
                election.budget() - left,
                left,
                told,
                election.numbers().mapToObj(this::result).toList(),
                List.copyOf(rounds),
                shares);
    }

    private Tie tie(TieBreak tieBreak, List<Integer> tied) {
        List<String> ids = tied.stream().map(election::id).toList();
        return new Tie(tieBreak.text(), ids, result(tied.getFirst()).score());
    }

    private OptionResult result(int option) {
        OptionResult result = results.get(option);
        if (result == null) {
            throw new IllegalStateException("no verdict for option " + election.id(option));
        }
        return result;
    }
}
