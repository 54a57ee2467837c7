package eu.urne.engine.tally;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A ballot and how many voters cast it.
 *
 * @param ballot what they chose
 * @param weight how many of them, at least 1
 */
public record WeightedBallot(Ballot ballot, long weight) {

    /** Refuses a weight below 1. */
    public WeightedBallot {
        if (weight < 1) {
            throw new IllegalArgumentException("a ballot has the weight " + weight);
        }
    }

    /**
     * Brings equal ballots together. No rule may depend on the order of ballots, so none is promised.
     *
     * @param ballots one element per voter
     * @return every distinct ballot once, with the number of its voters
     */
    public static List<WeightedBallot> group(Iterable<? extends Ballot> ballots) {
        Map<Ballot, Long> weights = new LinkedHashMap<>();
        for (Ballot ballot : ballots) {
            weights.merge(ballot, 1L, Long::sum);
        }
        return weights.entrySet().stream()
                .map(entry -> new WeightedBallot(entry.getKey(), entry.getValue()))
                .toList();
    }
}
