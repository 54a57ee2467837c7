package eu.urne.engine.tally.textbook;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.WeightedBallot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Majority judgment by majority values: the medians of the grades as one after the other is taken away. */
final class TextbookJudgment {

    private TextbookJudgment() {}

    static List<Integer> winner(Election election) {
        List<Integer> options =
                IntStream.range(0, election.options().size()).boxed().toList();
        return value(election, 0).isEmpty()
                ? List.of()
                : options.stream()
                        .min(((Comparator<Integer>) (a, b) -> compare(value(election, b), value(election, a)))
                                .thenComparing(Voters.costVotesId(election)))
                        .stream()
                        .toList();
    }

    private static List<Integer> value(Election election, int option) {
        List<Integer> grades = new ArrayList<>();
        for (WeightedBallot weighted : election.ballots()) {
            if (weighted.ballot() instanceof Ballot.Grades given) {
                for (long copy = 0; copy < weighted.weight(); copy++) {
                    grades.add(given.grades().at(option));
                }
            }
        }
        grades.sort(Comparator.naturalOrder());
        List<Integer> value = new ArrayList<>();
        while (!grades.isEmpty()) {
            value.add(grades.remove((grades.size() - 1) / 2));
        }
        return value;
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return Integer.compare(a.get(i), b.get(i));
            }
        }
        return 0;
    }
}
