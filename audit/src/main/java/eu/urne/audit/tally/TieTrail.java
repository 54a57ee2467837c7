package eu.urne.audit.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The ties of rules that take one of the cheapest options in each round (docs/formats/events.md, section 3.2). A tie
 * matters unless all its options are bought while it is followed: if they are in one order, then in every order, since
 * what one of them takes from a voter then leaves the price of the others as it is.
 */
final class TieTrail {

    /** A tie that matters: the round in which it arose, its options in the order among equals, and those bought. */
    record Tied(int round, List<Integer> options, List<Integer> bought) {}

    private final Comparator<Integer> order;
    private final IntPredicate isBought;
    private final List<Tied> ties = new ArrayList<>();
    private List<Integer> followed = List.of();
    private int since;

    /** Follows the ties of a count that tells which options it has bought. */
    TieTrail(Comparator<Integer> order, IntPredicate isBought) {
        this.order = order;
        this.isBought = isBought;
    }

    /** Takes the cheapest options of a round, before one is bought, and gives the first of them. */
    int first(int round, List<Integer> cheapest) {
        if (!followed.containsAll(cheapest)) {
            end();
            if (cheapest.size() > 1) {
                followed = cheapest.stream().sorted(order).toList();
                since = round;
            }
        }
        return cheapest.stream().min(order).orElseThrow();
    }

    /** The count has come to its end. */
    void end() {
        List<Integer> bought = followed.stream().filter(isBought::test).toList();
        if (bought.size() < followed.size()) {
            ties.add(new Tied(since, followed, bought));
        }
        followed = List.of();
    }

    List<Tied> ties() {
        return List.copyOf(ties);
    }
}
