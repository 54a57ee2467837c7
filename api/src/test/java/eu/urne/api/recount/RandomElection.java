package eu.urne.api.recount;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
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

    /**
     * An election of a kind of ballots.
     *
     * @param kind whose limits count for the ballots, except that the options may be fewer
     */
    Election next(BallotKind kind) {
        int options = kind instanceof BallotKind.Motion ? 1 : 1 + random.nextInt(6);
        int largest = 1 + random.nextInt(12);
        List<Option> list = new ArrayList<>(IntStream.range(0, options)
                .mapToObj(option -> new Option("p" + option, cost(largest)))
                .toList());
        Collections.shuffle(list, random);
        long budget = random.nextInt(3 * largest + 2);
        List<Ballot> ballots = new ArrayList<>();
        int distinct = random.nextInt(9);
        for (int i = 0; i < distinct; i++) {
            Ballot ballot = random.nextInt(12) == 0 ? new Ballot.Blank() : ballot(kind, options);
            ballots.addAll(Collections.nCopies(1 + random.nextInt(3), ballot));
        }
        int places = kind instanceof BallotKind.Ranking(int max) ? max : 0;
        return new Election(list, budget, places, WeightedBallot.group(ballots));
    }

    private long cost(int largest) {
        return random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(largest);
    }

    private Ballot ballot(BallotKind kind, int options) {
        int[] all = IntStream.range(0, options).toArray();
        for (int i = options - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int held = all[i];
            all[i] = all[other];
            all[other] = held;
        }
        Indexes some = Indexes.of(Arrays.copyOf(all, 1 + random.nextInt(options)));
        return switch (kind) {
            case BallotKind.Favourite favourite -> Ballot.Approval.of(all[0]);
            case BallotKind.Approval approval -> new Ballot.Approval(some);
            case BallotKind.Knapsack knapsack -> new Ballot.Approval(some);
            case BallotKind.Ranking ranking -> new Ballot.Ranking(some);
            case BallotKind.Points points ->
                new Ballot.Points(
                        some,
                        Amounts.of(some.stream()
                                .mapToLong(option -> 1 + random.nextInt(3))
                                .toArray()));
            case BallotKind.Grades(int grades) ->
                Ballot.Grades.of(IntStream.range(0, options)
                        .map(option -> random.nextInt(grades))
                        .toArray());
            case BallotKind.Motion motion -> new Ballot.Motion(any(Ballot.Stance.values()));
        };
    }

    /** One of several, each as likely. */
    <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
