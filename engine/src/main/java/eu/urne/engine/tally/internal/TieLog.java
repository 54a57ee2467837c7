package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.TieBreak;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Ties of rules that go round by round and take one of the cheapest options each time.
 *
 * <p>A tie matters unless all the tied are taken at the price (or time) they tie at, in rounds that follow each other.
 * If they are in one order, then in every order: what each voter gives for one of them is then not touched by the
 * others. If they are not in one order, they are in none.
 */
final class TieLog {

    /**
     * A tie that mattered.
     *
     * @param round in which it arose, from 0
     * @param tied in the order of the method
     * @param chosen which of them were taken
     */
    record Entry(int round, List<Integer> tied, List<Integer> chosen) {

        Entry later(int rounds) {
            return new Entry(round + rounds, tied, chosen);
        }

        Tie tie(List<String> ids, TieBreak method) {
            boolean broken = method != TieBreak.Fixed.REPORT;
            return new Tie(
                    round + 1,
                    tied.stream().map(ids::get).toList(),
                    method.text(),
                    broken ? chosen.stream().map(ids::get).toList() : List.of());
        }
    }

    private int[] order;
    private final List<Entry> entries = new ArrayList<>();
    private List<Integer> open = List.of();
    private int since;

    /**
     * Starts without a tie.
     *
     * @param order the place of each option among equals
     */
    TieLog(int[] order) {
        this.order = order;
    }

    /** Forgets everything; from now on the order is another. */
    void begin(int[] newOrder) {
        order = newOrder;
        entries.clear();
        open = List.of();
    }

    /**
     * Notes all options that are cheapest in a round and chooses the one that the method puts first.
     *
     * @param cheapest at least one
     * @param taken which options were taken before
     */
    int first(List<Integer> cheapest, int round, IntPredicate taken) {
        if (cheapest.size() > 1 && !open.containsAll(cheapest)) {
            close(taken);
            open = cheapest.stream()
                    .sorted(Comparator.comparingInt(option -> order[option]))
                    .toList();
            since = round;
        } else if (!open.containsAll(cheapest)) {
            close(taken);
        }
        int first = cheapest.getFirst();
        for (int option : cheapest) {
            first = order[option] < order[first] ? option : first;
        }
        return first;
    }

    /** Ends the tie that is being followed, if any. */
    void close(IntPredicate taken) {
        List<Integer> chosen = open.stream().filter(taken::test).toList();
        if (chosen.size() < open.size()) {
            entries.add(new Entry(since, open, chosen));
        }
        open = List.of();
    }

    /** The ties that mattered, in the order in which they arose. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
