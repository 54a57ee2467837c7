package eu.urne.audit.tally;

import eu.urne.audit.ballot.BallotKind;
import eu.urne.audit.ballot.Choice;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is counted. Options are numbers from 0, in the order of the definition.
 *
 * @param options the options of the definition
 * @param kind the kind of the ballots
 * @param budget cents; 0 where nothing is spent
 * @param ballots the counted ballots
 */
public record Election(List<Option> options, BallotKind kind, long budget, BallotBox ballots) {

    /** Copies the list. */
    public Election {
        options = List.copyOf(options);
    }

    IntStream numbers() {
        return IntStream.range(0, options.size());
    }

    long cost(int option) {
        return options.get(option).cost();
    }

    String id(int option) {
        return options.get(option).id();
    }

    /** How many ballots name each option, whatever they say about it. */
    long[] votes() {
        long[] votes = new long[options.size()];
        ballots.forEach((choice, voters) -> {
            switch (choice) {
                case Choice.Named(List<Integer> named) -> named.forEach(option -> votes[option] += voters);
                case Choice.Ranked(List<Integer> ranked) -> ranked.forEach(option -> votes[option] += voters);
                case Choice.Pointed(List<Integer> points) ->
                    numbers().filter(option -> points.get(option) > 0).forEach(option -> votes[option] += voters);
                case Choice.Graded graded -> numbers().forEach(option -> votes[option] += voters);
                case Choice.Voted voted -> {}
                case Choice.Null() -> {}
                case Choice.Blank() -> {}
            }
        });
        return votes;
    }

    /** The scores of section 3.1. */
    long[] scores(boolean borda) {
        long[] scores = new long[options.size()];
        int limit = kind instanceof BallotKind.Ranking(int max) ? max : 0;
        ballots.forEach((choice, voters) -> {
            switch (choice) {
                case Choice.Named(List<Integer> named) -> named.forEach(option -> scores[option] += voters);
                case Choice.Pointed(List<Integer> points) ->
                    numbers().forEach(option -> scores[option] += points.get(option) * voters);
                case Choice.Ranked(List<Integer> ranked) -> {
                    int first = borda ? ranked.size() - 1 : limit;
                    for (int position = 0; position < ranked.size(); position++) {
                        scores[ranked.get(position)] += (first - position) * voters;
                    }
                }
                case Choice.Graded graded -> {}
                case Choice.Voted voted -> {}
                case Choice.Null() -> {}
                case Choice.Blank() -> {}
            }
        });
        return scores;
    }

    /** The order among equals. */
    Comparator<Integer> order(TieBreak tieBreak) {
        long[] votes = votes();
        Map<String, Long> votesById = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        numbers().forEach(option -> votesById.put(id(option), votes[option]));
        tieBreak.order(options, votesById).forEach(option -> places.put(option.id(), places.size()));
        int[] place =
                numbers().map(option -> places.getOrDefault(id(option), 0)).toArray();
        return Comparator.comparingInt(option -> place[option]);
    }
}
