package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What has been selected so far, what it cost, and why; one count can go on where another has ended, with all the money
 * left and all options or with a part of both.
 */
final class Selection {

    /** Why an option is selected, given its place (from 1) and the money left. */
    interface Told {
        Reason reason(int place, long left);
    }

    private final List<String> ids;
    private final long[] cost;
    private final long budget;
    private final List<Integer> selected;
    private final BitSet open;
    private final @Nullable Reason[] reasons;
    private final List<Tie> earlier;
    private long left;

    private Selection(
            List<String> ids,
            long[] cost,
            long budget,
            List<Integer> selected,
            BitSet open,
            @Nullable Reason[] reasons,
            List<Tie> earlier) {
        this.ids = ids;
        this.cost = cost;
        this.budget = budget;
        this.left = budget;
        this.selected = new ArrayList<>(selected);
        this.open = (BitSet) open.clone();
        this.reasons = reasons.clone();
        this.earlier = new ArrayList<>(earlier);
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
        List<Option> options = election.options();
        BitSet all = new BitSet();
        all.set(0, options.size());
        return new Selection(
                options.stream().map(Option::id).toList(),
                options.stream()
                        .mapToLong(option -> withoutMoney ? 0 : option.cost())
                        .toArray(),
                election.budget(),
                List.of(),
                all,
                new Reason[options.size()],
                List.of());
    }

    /** The same, to go on with independently of this. */
    Selection copy() {
        Selection copy = new Selection(ids, cost, budget, selected, open, reasons, earlier);
        copy.left = left;
        return copy;
    }

    /**
     * The same, to go on with some of the options and some of the money.
     *
     * @param options those to be considered, unless selected already
     * @param money at most what is left
     * @param votes by option, for those that are not considered
     */
    Selection within(List<Integer> options, long money, long[] votes) {
        Selection part = new Selection(ids, cost, money, selected, open, reasons, earlier);
        part.open.clear();
        options.stream().filter(open::get).forEach(part.open::set);
        for (int option = 0; option < votes.length; option++) {
            if (!part.open.get(option)) {
                part.refuse(option, new Reason.Undecided(votes[option]));
            }
        }
        return part;
    }

    void take(int option, Told told) {
        left -= cost[option];
        selected.add(option);
        open.clear(option);
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

    /** Ties of the count before, in place of those known. */
    void tell(List<Tie> ties) {
        earlier.clear();
        earlier.addAll(ties);
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

    /** Whether an option is to be considered: not selected, and not left to a later count. */
    boolean isOpen(int option) {
        return open.get(option);
    }

    boolean has(int option) {
        return !open.get(option) && selected.contains(option);
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
