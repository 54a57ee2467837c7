package eu.urne.api.scenario;

import eu.urne.engine.roll.CardPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The cards printed for a poll, in bags by label, out of which voters are given one.
 *
 * @param bags in the order in which they were printed
 */
record PrintedCards(List<Bag> bags) {

    private static final String PAPER = "paper";

    /**
     * A bag of cards with one label.
     *
     * @param sites whose voters are given cards out of it
     * @param first number of its first card
     * @param count of its cards
     */
    record Bag(String label, List<String> sites, int first, int count) {}

    /** Bags for these expected voters, with a percentage more. Sheets of paper are a bag of their own. */
    static PrintedCards planned(List<CardPlan.Site> expected, int spare, int paper) {
        List<Bag> bags = new ArrayList<>();
        int first = 0;
        for (CardPlan.Batch batch : CardPlan.of(expected, spare).batches()) {
            int count = Math.toIntExact(batch.cards());
            bags.add(new Bag(
                    batch.label(), batch.sites().stream().map(CardPlan.Site::id).toList(), first, count));
            first += count;
        }
        if (paper > 0) {
            bags.add(new Bag(PAPER, List.of(), first, paper));
        }
        return new PrintedCards(List.copyOf(bags));
    }

    /** How many sheets of paper are printed. */
    int sheets() {
        return bags.stream()
                .filter(bag -> bag.label().equals(PAPER))
                .mapToInt(Bag::count)
                .sum();
    }

    /** The number of the first sheet of paper. */
    int firstSheet() {
        return bags.getLast().first();
    }

    /** The card that each of these is given, by number. */
    Map<Integer, Integer> handedTo(List<Inhabitant> voters) {
        Map<String, Integer> next = new LinkedHashMap<>();
        bags.forEach(bag -> bag.sites().forEach(site -> next.put(site, bags.indexOf(bag))));
        int[] given = new int[bags.size()];
        Map<Integer, Integer> cards = new LinkedHashMap<>();
        for (Inhabitant voter : voters) {
            int bag = next.get(voter.site());
            cards.put(voter.number(), bags.get(bag).first() + given[bag]);
            given[bag]++;
        }
        return cards;
    }
}
