package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What has been selected so far, what it cost, and why; one count can go on where another has ended. */
final class Selection {

    /** Why an option is selected, given its place (from 1) and the money left. */
    interface Told {
        Reason reason(int place, long left);
    }

    private final List<String> ids;
    private final long[] cost;
    private final long budget;
    private final List<Integer> selected = new ArrayList<>();
    private final @Nullable Reason[] reasons;
    private final List<Tie> earlier = new ArrayList<>();
    private long left;

    private Selection(Election election, boolean withoutMoney) {
        this.ids = election.options().stream().map(option -> option.id()).toList();
        this.cost = election.options().stream()
                .mapToLong(option -> withoutMoney ? 0 : option.cost())
                .toArray();
        this.budget = election.budget();
        this.left = budget;
        this.reasons = new Reason[ids.size()];
    }

    /** Nothing selected, nothing told. */
    static Selection none(Election election) {
        return none(election, false);
    }

    /**
     * Nothing selected, nothing told.
     *
     * @param withoutMoney whether all options count as free
     */
    static Selection none(Election election, boolean withoutMoney) {
        return new Selection(election, withoutMoney);
    }

    void take(int option, Told told) {
        left -= cost[option];
        selected.add(option);
        reasons[option] = told.reason(selected.size(), left);
    }

    /** Tells why an option is not selected, unless that has been told already. */
    void refuse(int option, Reason reason) {
        if (reasons[option] == null) {
            reasons[option] = reason;
        }
    }

    /** Ties of the count before. */
    void tell(List<TieLog.Entry> ties, TieBreak method) {
        ties.forEach(tie -> earlier.add(tie.tie(ids, method)));
    }

    Optional<Reason> reason(int option) {
        return Optional.ofNullable(reasons[option]);
    }

    List<Tie> ties() {
        return List.copyOf(earlier);
    }

    List<Integer> selected() {
        return List.copyOf(selected);
    }

    boolean has(int option) {
        return selected.contains(option);
    }

    int size() {
        return selected.size();
    }

    long left() {
        return left;
    }

    long budget() {
        return budget;
    }

    List<String> ids() {
        return ids;
    }

    String id(int option) {
        return ids.get(option);
    }

    /**
     * The outcome; where a tie was to be reported, only what was selected before it.
     *
     * @param scores by option, for those of whom nothing can be told
     */
    Outcome outcome(long[] scores, List<TieLog.Entry> ties, TieBreak method) {
        if (method == TieBreak.Fixed.REPORT && !ties.isEmpty()) {
            return undecided(scores, ties.getFirst());
        }
        List<Tie> all = new ArrayList<>(earlier);
        ties.forEach(tie -> all.add(tie.tie(ids, method)));
        return result(all);
    }

    private Outcome undecided(long[] scores, TieLog.Entry tie) {
        while (selected.size() > tie.round()) {
            left += cost[selected.removeLast()];
        }
        for (int option = 0; option < reasons.length; option++) {
            if (tie.tied().contains(option)) {
                reasons[option] = new Reason.Tied(scores[option]);
            } else if (!selected.contains(option)) {
                reasons[option] = new Reason.Undecided(scores[option]);
            }
        }
        return result(List.of(tie.tie(ids, TieBreak.Fixed.REPORT)));
    }

    private Outcome result(List<Tie> ties) {
        List<Verdict> verdicts = IntStream.range(0, reasons.length)
                .mapToObj(option -> new Verdict(ids.get(option), Objects.requireNonNull(reasons[option])))
                .toList();
        return new Outcome(selected.stream().map(ids::get).toList(), budget - left, left, verdicts, ties);
    }
}
