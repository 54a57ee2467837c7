package eu.urne.engine.tally.textbook;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.WeightedBallot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The greedy rules, word for word from their definitions. */
final class TextbookGreedy {

    private TextbookGreedy() {}

    static List<Integer> count(Election election, Rule.Form form, List<Integer> before) {
        boolean borda = form == Rule.Form.BORDA || form == Rule.Form.BORDA_PER_COST;
        long[] scores = scores(election, borda);
        Comparator<Integer> merit = form.perCost()
                ? (a, b) -> perCost(election, scores, b).compareTo(perCost(election, scores, a))
                : Comparator.comparingLong(option -> -scores[option]);
        List<Integer> order = IntStream.range(0, scores.length)
                .filter(option -> !before.contains(option))
                .boxed()
                .sorted(merit.thenComparing(Voters.costVotesId(election)))
                .toList();
        List<Integer> chosen = new ArrayList<>(before);
        long left = election.budget();
        for (int option : before) {
            left -= election.options().get(option).cost();
        }
        for (int option : order) {
            long cost = election.options().get(option).cost();
            if (cost <= left) {
                chosen.add(option);
                left -= cost;
            } else if (form == Rule.Form.RESERVE) {
                if (5 * left >= 4 * cost) {
                    chosen.add(option);
                }
                break;
            } else if (form == Rule.Form.NO_SKIP) {
                break;
            }
        }
        return chosen;
    }

    /** What is free and has a score is worth more than anything that is not. */
    private static Ratio perCost(Election election, long[] scores, int option) {
        long cost = election.options().get(option).cost();
        return cost == 0
                ? Ratio.of(Long.signum(scores[option]) * 1_000_000_000L)
                : Ratio.of(scores[option]).over(Ratio.of(cost));
    }

    private static long[] scores(Election election, boolean borda) {
        long[] scores = new long[election.options().size()];
        for (WeightedBallot weighted : election.ballots()) {
            long weight = weighted.weight();
            if (weighted.ballot() instanceof Ballot.Approval approval) {
                approval.options().stream().forEach(option -> scores[option] += weight);
            } else if (weighted.ballot() instanceof Ballot.Points points) {
                for (int i = 0; i < points.options().size(); i++) {
                    scores[points.options().at(i)] += weight * points.points().at(i);
                }
            } else if (weighted.ballot() instanceof Ballot.Ranking ranking) {
                int length = ranking.options().size();
                for (int place = 0; place < length; place++) {
                    scores[ranking.options().at(place)] +=
                            weight * (borda ? length - place - 1L : Math.max(0, election.maxLength() - place));
                }
            }
        }
        return scores;
    }
}
