package eu.urne.engine.tally.textbook;

import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.WeightedBallot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One row per voter and one number per option: the matrix of the papers. */
record Voters(List<long[]> utilities, int blank) {

    static Voters of(Election election, Utility utility) {
        List<long[]> rows = new ArrayList<>();
        int blank = 0;
        for (WeightedBallot weighted : election.ballots()) {
            for (long copy = 0; copy < weighted.weight(); copy++) {
                rows.add(row(election, weighted.ballot(), utility));
                blank += weighted.ballot() instanceof Ballot.Blank ? 1 : 0;
            }
        }
        return new Voters(rows, blank);
    }

    /** For approvals 1, whatever the utility: what the option is worth is the same to all its supporters. */
    private static long[] row(Election election, Ballot ballot, Utility utility) {
        long[] row = new long[election.options().size()];
        if (ballot instanceof Ballot.Approval approval) {
            approval.options().stream().forEach(option -> row[option] = 1);
        } else if (ballot instanceof Ballot.Points points) {
            for (int i = 0; i < points.options().size(); i++) {
                row[points.options().at(i)] = Math.max(0, points.points().at(i));
            }
        } else if (ballot instanceof Ballot.Ranking ranking && utility == Utility.BORDA) {
            int length = ranking.options().size();
            for (int place = 0; place < length; place++) {
                row[ranking.options().at(place)] = length - place - 1L;
            }
        }
        return row;
    }

    /** How many voters have a utility above 0. */
    long supporters(int option) {
        return utilities.stream().filter(row -> row[option] > 0).count();
    }

    long total(int option) {
        return utilities.stream().mapToLong(row -> row[option]).sum();
    }

    /** Lowest cost, then most ballots naming the option, then id. */
    static Comparator<Integer> costVotesId(Election election) {
        long[] named = new long[election.options().size()];
        for (WeightedBallot weighted : election.ballots()) {
            switch (weighted.ballot()) {
                case Ballot.Approval approval ->
                    approval.options().stream().forEach(option -> named[option] += weighted.weight());
                case Ballot.Points points ->
                    points.options().stream().forEach(option -> named[option] += weighted.weight());
                case Ballot.Ranking ranking ->
                    ranking.options().stream().forEach(option -> named[option] += weighted.weight());
                case Ballot.Grades grades -> {}
                case Ballot.Motion motion -> {}
                case Ballot.Blank blank -> {}
            }
        }
        return Comparator.<Integer>comparingLong(
                        option -> election.options().get(option).cost())
                .thenComparingLong(option -> -named[option])
                .thenComparing(option -> election.options().get(option).id());
    }
}
