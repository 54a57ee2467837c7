package eu.urne.engine.tally.textbook;

import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.WeightedBallot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Few options, few voters, few different costs: ties and misfits are the rule. */
record RandomElection(Random random) {

    enum Kind {
        APPROVAL,
        POINTS,
        RANKING,
        GRADES;

        /** The ballots that a utility goes with. */
        static Kind of(EqualShares.Utility utility) {
            return switch (utility) {
                case COST, CARDINALITY, SQRT_COST -> APPROVAL;
                case POINTS -> POINTS;
                case BORDA -> RANKING;
            };
        }
    }

    static final int GRADES = 4;

    static RandomElection of(long seed) {
        return new RandomElection(new Random(seed));
    }

    Election next(Kind kind) {
        int options = 1 + random.nextInt(6);
        int largest = 1 + random.nextInt(12);
        List<Option> list = IntStream.range(0, options)
                .mapToObj(option -> new Option("p" + option, cost(largest)))
                .toList();
        List<Ballot> ballots = new ArrayList<>();
        int distinct = random.nextInt(9);
        for (int i = 0; i < distinct; i++) {
            Ballot ballot = random.nextInt(12) == 0 ? new Ballot.Blank() : ballot(kind, options);
            ballots.addAll(Collections.nCopies(1 + random.nextInt(3), ballot));
        }
        return new Election(list, random.nextInt(3 * largest + 2), options, WeightedBallot.group(ballots));
    }

    private long cost(int largest) {
        return random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(largest);
    }

    private Ballot ballot(Kind kind, int options) {
        int[] all = IntStream.range(0, options).toArray();
        for (int i = options - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = all[i];
            all[i] = all[other];
            all[other] = held;
        }
        Indexes some = Indexes.of(Arrays.copyOf(all, 1 + random.nextInt(options)));
        return switch (kind) {
            case APPROVAL -> new Ballot.Approval(some);
            case RANKING -> new Ballot.Ranking(some);
            case POINTS ->
                new Ballot.Points(
                        some,
                        Amounts.of(some.stream()
                                .mapToLong(option -> random.nextInt(4))
                                .toArray()));
            case GRADES ->
                Ballot.Grades.of(IntStream.range(0, options)
                        .map(option -> random.nextInt(GRADES))
                        .toArray());
        };
    }
}
