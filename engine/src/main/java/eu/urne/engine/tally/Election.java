package eu.urne.engine.tally;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything a rule counts: what could be voted for, the money, and the ballots.
 *
 * @param options in declared order, with distinct ids; ballots name them by their index here
 * @param budget money to spend in minor units, 0 or more
 * @param maxLength the most options a ranking may name, by which a first place is worth that many points; 0 where there
 *     are no rankings
 * @param ballots in any order, best grouped by {@link WeightedBallot#group}; blank ballots belong here too
 */
public record Election(List<Option> options, long budget, int maxLength, List<WeightedBallot> ballots) {

    /** Refuses negative money, repeated ids, ballots for unknown options, and more voters than a long holds. */
    public Election {
        options = List.copyOf(options);
        ballots = List.copyOf(ballots);
        if (budget < 0) {
            throw new IllegalArgumentException("negative budget " + budget);
        }
        if (maxLength < 0) {
            throw new IllegalArgumentException("negative length of rankings " + maxLength);
        }
        requireDistinct(options);
        long voters = 0;
        for (WeightedBallot weighted : ballots) {
            requireKnown(weighted.ballot(), options.size());
            voters = Math.addExact(voters, weighted.weight());
        }
    }

    /**
     * An election without rankings.
     *
     * @param options as in {@link #options()}
     * @param budget as in {@link #budget()}
     * @param ballots as in {@link #ballots()}
     */
    public Election(List<Option> options, long budget, List<WeightedBallot> ballots) {
        this(options, budget, 0, ballots);
    }

    /** How many ballots were cast, blank ones included. */
    public long voters() {
        long voters = 0;
        for (WeightedBallot weighted : ballots) {
            voters += weighted.weight();
        }
        return voters;
    }

    private static void requireDistinct(List<Option> options) {
        Set<String> ids = new HashSet<>();
        for (Option option : options) {
            if (!ids.add(option.id())) {
                throw new IllegalArgumentException("option " + option.id() + " is declared twice");
            }
        }
    }

    private static void requireKnown(Ballot ballot, int options) {
        int largest =
                switch (ballot) {
                    case Ballot.Approval approval -> approval.options().max();
                    case Ballot.Points points -> points.options().max();
                    case Ballot.Ranking ranking -> ranking.options().max();
                    case Ballot.Grades grades -> grades.grades().size() == options ? -1 : options;
                    case Ballot.Motion motion -> -1;
                    case Ballot.Blank blank -> -1;
                };
        if (largest >= options) {
            throw new IllegalArgumentException("a ballot does not match the " + options + " options: " + ballot);
        }
    }
}
