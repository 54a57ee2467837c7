package eu.urne.audit.tally;

import eu.urne.audit.ballot.Choice;
import java.util.ArrayList;
import java.util.List;

/** To whom an option is worth something (docs/formats/events.md, section 3.2). Equal ballots stand together. */
final class Support {

    /**
     * Equal ballots that support an option.
     *
     * @param ballot their number among the distinct ballots
     * @param voters how many they are
     * @param worth what the option is worth to each: points or places; 1 for options that are just named, since what
     *     the utility says is then the same for all supporters
     */
    record Supporter(int ballot, long voters, long worth) {}

    private final List<List<Supporter>> supporters = new ArrayList<>();
    private final long[] worth;
    private int ballots;

    Support(Election election) {
        this.worth = new long[election.options().size()];
        election.numbers().forEach(option -> supporters.add(new ArrayList<>()));
        election.ballots().forEach((choice, voters) -> {
            switch (choice) {
                case Choice.Named(List<Integer> named) -> named.forEach(option -> add(option, voters, 1));
                case Choice.Pointed(List<Integer> points) ->
                    election.numbers().forEach(option -> add(option, voters, points.get(option)));
                case Choice.Ranked(List<Integer> ranked) -> {
                    for (int position = 0; position < ranked.size(); position++) {
                        add(ranked.get(position), voters, ranked.size() - position - 1L);
                    }
                }
                case Choice.Graded graded -> {}
                case Choice.Voted voted -> {}
                case Choice.Null() -> {}
                case Choice.Blank() -> {}
            }
            ballots++;
        });
    }

    private void add(int option, long voters, long units) {
        if (units > 0) {
            supporters.get(option).add(new Supporter(ballots, voters, units));
            worth[option] += voters * units;
        }
    }

    /** The number of distinct ballots. */
    int ballots() {
        return ballots;
    }

    List<Supporter> of(int option) {
        return supporters.get(option);
    }

    boolean has(int option) {
        return worth[option] > 0;
    }

    /** What an option is worth to all voters together. */
    long worth(int option) {
        return worth[option];
    }

    long voters(int option) {
        return supporters.get(option).stream().mapToLong(Supporter::voters).sum();
    }
}
