package eu.urne.engine.tally.random;

import eu.urne.engine.tally.Amounts;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.Option;
import eu.urne.engine.tally.WeightedBallot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The same election with options and ballots in another order and weights spread over several equal ballots. */
final class Shuffled {

    private final int[] places;

    private Shuffled(int[] places) {
        this.places = places;
    }

    static Election of(Election election, Random random) {
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, election.options().size()).boxed().toList());
        Collections.shuffle(order, random);
        int[] places = new int[order.size()];
        order.forEach(option -> places[option] = order.indexOf(option));
        Shuffled shuffled = new Shuffled(places);
        List<Option> options = order.stream().map(election.options()::get).toList();
        List<WeightedBallot> ballots = new ArrayList<>();
        for (WeightedBallot weighted : election.ballots()) {
            Ballot ballot = shuffled.ballot(weighted.ballot());
            for (long copy = 0; copy < weighted.weight(); copy++) {
                ballots.add(new WeightedBallot(ballot, 1));
            }
        }
        Collections.shuffle(ballots, random);
        return new Election(options, election.budget(), election.maxLength(), ballots);
    }

    private Ballot ballot(Ballot ballot) {
        return switch (ballot) {
            case Ballot.Approval approval -> new Ballot.Approval(moved(approval.options()));
            case Ballot.Ranking ranking -> new Ballot.Ranking(moved(ranking.options()));
            case Ballot.Points points -> reversed(points);
            case Ballot.Grades grades -> {
                int[] moved = new int[places.length];
                for (int option = 0; option < places.length; option++) {
                    moved[places[option]] = grades.grades().at(option);
                }
                yield Ballot.Grades.of(moved);
            }
            case Ballot.Motion motion -> motion;
            case Ballot.Blank blank -> blank;
        };
    }

    private Ballot reversed(Ballot.Points points) {
        int size = points.options().size();
        int[] options = new int[size];
        long[] amounts = new long[size];
        for (int i = 0; i < size; i++) {
            options[i] = places[points.options().at(size - 1 - i)];
            amounts[i] = points.points().at(size - 1 - i);
        }
        return new Ballot.Points(Indexes.of(options), Amounts.of(amounts));
    }

    private Indexes moved(Indexes options) {
        return Indexes.of(options.stream().map(option -> places[option]).toArray());
    }
}
