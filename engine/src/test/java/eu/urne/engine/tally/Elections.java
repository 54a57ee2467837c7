package eu.urne.engine.tally;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Small elections for tests, told by score and cost. */
final class Elections {

    private Elections() {}

    /** Starts an election with this budget. */
    static Builder budget(long budget) {
        return new Builder(budget);
    }

    static final class Builder {

        private final long budget;
        private final List<Option> options = new ArrayList<>();
        private final List<Ballot> ballots = new ArrayList<>();

        private Builder(long budget) {
            this.budget = budget;
        }

        /** Adds an option that this many voters approve, each of them nothing else. */
        Builder option(String id, long cost, int votes) {
            int index = options.size();
            options.add(new Option(id, cost));
            ballots.addAll(Collections.nCopies(votes, Ballot.Approval.of(index)));
            return this;
        }

        Election build() {
            return new Election(options, budget, WeightedBallot.group(ballots));
        }
    }

    /** The reason for an option in an outcome. */
    static Reason reason(Outcome outcome, String option) {
        return outcome.verdicts().stream()
                .filter(verdict -> verdict.option().equals(option))
                .map(Verdict::reason)
                .findFirst()
                .orElseThrow();
    }

    /** All orders of the numbers below n. */
    static List<List<Integer>> orders(int n) {
        if (n == 0) {
            return List.of(List.of());
        }
        return orders(n - 1).stream()
                .flatMap(order -> IntStream.range(0, n).mapToObj(place -> {
                    List<Integer> longer = new ArrayList<>(order);
                    longer.add(place, n - 1);
                    return List.copyOf(longer);
                }))
                .toList();
    }
}
