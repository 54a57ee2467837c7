package eu.urne.engine.tally.internal;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.WeightedBallot;

/** Sums over all ballots, one per option. */
public final class Scores {

    private Scores() {}

    /**
     * The scores of a greedy rule.
     *
     * @return one score per option in declared order
     * @throws IllegalArgumentException if the rule does not fit the kind of the ballots
     */
    static long[] of(Election election, Rule.Form form) {
        for (WeightedBallot weighted : election.ballots()) {
            boolean fits =
                    switch (form) {
                        case KNAPSACK -> isBlankOr(weighted.ballot(), Ballot.Approval.class);
                        case POINTS -> isBlankOr(weighted.ballot(), Ballot.Points.class);
                        case BORDA, BORDA_PER_COST -> isBlankOr(weighted.ballot(), Ballot.Ranking.class);
                        case PLAIN, NO_SKIP, THRESHOLD, EXCLUSIVE, RESERVE, PER_COST -> true;
                    };
            if (!fits) {
                throw new IllegalArgumentException("the rule " + form.id() + " does not fit ballots of "
                        + weighted.ballot().getClass().getSimpleName());
            }
        }
        boolean borda = form == Rule.Form.BORDA || form == Rule.Form.BORDA_PER_COST;
        return borda ? Support.of(election, EqualShares.Utility.BORDA).total : of(election);
    }

    private static boolean isBlankOr(Ballot ballot, Class<? extends Ballot> kind) {
        return ballot instanceof Ballot.Blank || kind.isInstance(ballot);
    }

    /**
     * The scores by which the greedy rules order the options: ballots for approvals, sums of points, and
     * {@code maxLength - position} for rankings.
     *
     * @return one score per option in declared order
     * @throws IllegalArgumentException for grades and motions, which have no score
     */
    public static long[] of(Election election) {
        long[] scores = new long[election.options().size()];
        for (WeightedBallot weighted : election.ballots()) {
            long weight = weighted.weight();
            switch (weighted.ballot()) {
                case Ballot.Approval approval -> addOne(scores, approval.options(), weight);
                case Ballot.Points points -> addPoints(scores, points, weight);
                case Ballot.Ranking ranking -> addPlaces(scores, ranking.options(), election.maxLength(), weight);
                case Ballot.Grades grades -> throw new IllegalArgumentException("grades have no score");
                case Ballot.Motion motion -> throw new IllegalArgumentException("motions have no score");
                case Ballot.Blank blank -> {}
            }
        }
        return scores;
    }

    /**
     * How many ballots name each option, whatever they say about it.
     *
     * @return one number per option in declared order
     */
    public static long[] votes(Election election) {
        long[] votes = new long[election.options().size()];
        for (WeightedBallot weighted : election.ballots()) {
            long weight = weighted.weight();
            switch (weighted.ballot()) {
                case Ballot.Approval approval -> addOne(votes, approval.options(), weight);
                case Ballot.Points points -> addOne(votes, points.options(), weight);
                case Ballot.Ranking ranking -> addOne(votes, ranking.options(), weight);
                case Ballot.Grades grades -> addToAll(votes, weight);
                case Ballot.Motion motion -> {}
                case Ballot.Blank blank -> {}
            }
        }
        return votes;
    }

    private static void addOne(long[] sums, Indexes options, long weight) {
        for (int place = 0; place < options.size(); place++) {
            sums[options.at(place)] += weight;
        }
    }

    /** Every option gets a grade. */
    private static void addToAll(long[] sums, long weight) {
        for (int option = 0; option < sums.length; option++) {
            sums[option] += weight;
        }
    }

    private static void addPoints(long[] sums, Ballot.Points ballot, long weight) {
        for (int place = 0; place < ballot.options().size(); place++) {
            int option = ballot.options().at(place);
            sums[option] = Math.addExact(
                    sums[option], Math.multiplyExact(ballot.points().at(place), weight));
        }
    }

    private static void addPlaces(long[] sums, Indexes options, int maxLength, long weight) {
        for (int place = 0; place < Math.min(maxLength, options.size()); place++) {
            int option = options.at(place);
            sums[option] = Math.addExact(sums[option], Math.multiplyExact((long) maxLength - place, weight));
        }
    }
}
