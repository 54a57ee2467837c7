package eu.urne.api.scenario;

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
    private static final int LEAST = 20;
    private static final int PERCENT = 100;

    /**
     * A bag of cards with one label.
     *
     * @param sites whose voters are given cards out of it
     * @param first number of its first card
     * @param count of its cards
     */
    record Bag(String label, List<String> sites, int first, int count) {}

    /**
     * Bags for so many expected voters by site, with a percentage more; small sites share one. Sheets of paper are a
     * bag of their own.
     */
    static PrintedCards planned(Map<String, Integer> expected, int spare, int paper) {
        List<Bag> bags = new ArrayList<>();
        List<String> sites = new ArrayList<>();
        int voters = 0;
        int first = 0;
        int left = expected.values().stream().mapToInt(Integer::intValue).sum();
        for (Map.Entry<String, Integer> site : expected.entrySet()) {
            sites.add(site.getKey());
            voters += site.getValue();
            left -= site.getValue();
            if (left == 0 || (voters >= LEAST && left >= LEAST)) {
                int count = Math.max(LEAST, (voters * (PERCENT + spare) + PERCENT - 1) / PERCENT);
                bags.add(new Bag(
                        sites.size() == 1 ? sites.getFirst() : sites.getFirst() + "-etc",
                        List.copyOf(sites),
                        first,
                        count));
                first += count;
                sites.clear();
                voters = 0;
            }
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
