package eu.urne.engine.tally.textbook;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares.Utility;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Phragmén's sequential rule by maximal loads, straight from Brill, Freeman, Janson and Lackner (2017), section 3. */
final class TextbookPhragmen {

    private TextbookPhragmen() {}

    static List<Integer> count(Election election, boolean skips, List<Integer> before) {
        Voters voters = Voters.of(election, Utility.CARDINALITY);
        List<Ratio> loads = new ArrayList<>();
        voters.utilities().forEach(voter -> loads.add(Ratio.ZERO));
        List<Integer> bought = new ArrayList<>(before);
        List<Integer> waiting = waiting(election, voters, before);
        while (!waiting.isEmpty()) {
            Ratio first = waiting.stream()
                    .map(option -> time(election, voters, loads, option))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            List<Integer> reached = new ArrayList<>(waiting);
            reached.removeIf(option -> time(election, voters, loads, option).compareTo(first) != 0);
            reached.sort(Voters.costVotesId(election));
            long left = election.budget() - cost(election, bought);
            List<Integer> unfit = new ArrayList<>(reached);
            unfit.removeIf(option -> cost(election, List.of(option)) <= left);
            if (!skips && !unfit.isEmpty()) {
                break;
            }
            waiting.removeAll(unfit);
            reached.removeAll(unfit);
            if (!reached.isEmpty()) {
                int option = reached.getFirst();
                for (int i = 0; i < loads.size(); i++) {
                    loads.set(i, voters.utilities().get(i)[option] > 0 ? first : loads.get(i));
                }
                bought.add(option);
                waiting.remove((Integer) option);
            }
        }
        return bought;
    }

    private static List<Integer> waiting(Election election, Voters voters, List<Integer> before) {
        long left = election.budget() - cost(election, before);
        List<Integer> waiting = new ArrayList<>();
        for (int option = 0; option < election.options().size(); option++) {
            if (voters.supporters(option) > 0 && !before.contains(option) && cost(election, List.of(option)) <= left) {
                waiting.add(option);
            }
        }
        return waiting;
    }

    private static Ratio time(Election election, Voters voters, List<Ratio> loads, int option) {
        Ratio sum = Ratio.of(cost(election, List.of(option)));
        for (int i = 0; i < loads.size(); i++) {
            if (voters.utilities().get(i)[option] > 0) {
                sum = sum.plus(loads.get(i));
            }
        }
        return sum.over(Ratio.of(voters.supporters(option)));
    }

    private static long cost(Election election, List<Integer> options) {
        return options.stream()
                .mapToLong(option -> election.options().get(option).cost())
                .sum();
    }
}
