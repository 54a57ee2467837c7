package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.SharesCourse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many voters prefer which of two outcomes: each the one whose options have the larger sum of utilities. */
final class Preferences {

    private final Election election;
    private final Support support;
    private final EqualShares.Utility utility;

    Preferences(Election election, Support support, EqualShares.Utility utility) {
        this.election = election;
        this.support = support;
        this.utility = utility;
    }

    SharesCourse.Comparison between(List<String> shares, List<String> greedy) {
        Set<String> first = new HashSet<>(shares);
        Set<String> second = new HashSet<>(greedy);
        long forShares = 0;
        long forGreedy = 0;
        for (int group = 0; group < support.groups(); group++) {
            long balance = 0;
            for (int entry = support.first[group]; entry < support.first[group + 1]; entry++) {
                String id = election.options().get(support.option[entry]).id();
                long worth = worth(entry);
                balance += first.contains(id) ? worth : 0;
                balance -= second.contains(id) ? worth : 0;
            }
            forShares += balance > 0 ? support.weight[group] : 0;
            forGreedy += balance < 0 ? support.weight[group] : 0;
        }
        return new SharesCourse.Comparison(forShares, forGreedy);
    }

    /** Both outcomes cost no more than the budget, so the sums fit into a long. */
    private long worth(int entry) {
        return switch (utility) {
            case COST -> election.options().get(support.option[entry]).cost();
            case CARDINALITY, POINTS, BORDA -> support.worth[entry];
            case SQRT_COST -> throw new IllegalArgumentException("sums of square roots are not compared");
        };
    }
}
