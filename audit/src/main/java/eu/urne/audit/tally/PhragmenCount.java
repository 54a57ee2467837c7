package eu.urne.audit.tally;

import eu.urne.audit.tally.Support.Supporter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Phragmén's sequential rule (docs/formats/events.md, section 3.3). The load of a voter is always the time of a round,
 * that in which he last got something, or 0: so the loads of the voters of an option are added round by round.
 */
final class PhragmenCount {
    private static final int NEVER = -1;

    private final Election election;
    private final boolean skips;
    private final Selection selection;
    private final Support support;
    private final TieTrail trail;
    private final List<Integer> considered = new ArrayList<>();
    private final List<Fraction> times = new ArrayList<>();
    private final int[] lastRound;

    PhragmenCount(Election election, boolean skips, Comparator<Integer> order, Selection selection) {
        this.election = election;
        this.skips = skips;
        this.selection = selection;
        this.support = new Support(election);
        this.trail = new TieTrail(order, selection::has);
        this.lastRound = new int[support.ballots()];
        Arrays.fill(lastRound, NEVER);
    }

    void count() {
        election.numbers()
                .filter(option -> support.has(option) && !selection.has(option) && selection.fits(option))
                .forEach(considered::add);
        while (!considered.isEmpty()) {
            List<Round.Arrival> arrivals = new ArrayList<>();
            List<Integer> reached = reached(arrivals);
            List<Integer> unfit =
                    reached.stream().filter(option -> !selection.fits(option)).toList();
            unfit.forEach(option -> refuse(option, new Verdict.Unaffordable(selection.left())));
            if (unfit.isEmpty()) {
                select(trail.first(times.size(), reached), arrivals);
            } else if (skips) {
                considered.removeAll(unfit);
            } else {
                break;
            }
        }
        trail.end();
        trail.ties().forEach(tie -> selection.tell(tie.options()));
        considered.forEach(option -> refuse(option, new Verdict.Stopped()));
        election.numbers().forEach(this::refuseUnconsidered);
    }

    private void refuseUnconsidered(int option) {
        refuse(option, support.has(option) ? new Verdict.Unaffordable(selection.left()) : new Verdict.Unsupported());
    }

    private void refuse(int option, Verdict verdict) {
        selection.refuse(option, support.worth(option), verdict);
    }

    /** The options of the earliest time; all that are considered are written down with theirs. */
    private List<Integer> reached(List<Round.Arrival> arrivals) {
        List<Integer> reached = new ArrayList<>();
        Fraction earliest = Fraction.BEYOND_ALL;
        for (int option : considered) {
            Fraction time = time(option);
            arrivals.add(new Round.Arrival(election.id(option), time));
            if (time.compareTo(earliest) < 0) {
                earliest = time;
                reached.clear();
            }
            if (time.compareTo(earliest) == 0) {
                reached.add(option);
            }
        }
        return reached;
    }

    /** The cost and the loads of all who name an option, by their number. */
    private Fraction time(int option) {
        long[] voters = new long[times.size()];
        for (Supporter supporter : support.of(option)) {
            int round = lastRound[supporter.ballot()];
            if (round != NEVER) {
                voters[round] += supporter.voters();
            }
        }
        Fraction sum = Fraction.of(election.cost(option), 1);
        for (int round = 0; round < voters.length; round++) {
            sum = voters[round] == 0 ? sum : sum.plus(times.get(round).times(voters[round]));
        }
        return sum.over(support.worth(option));
    }

    private void select(int option, List<Round.Arrival> arrivals) {
        Fraction time = time(option);
        support.of(option).forEach(supporter -> lastRound[supporter.ballot()] = times.size());
        times.add(time);
        considered.remove((Integer) option);
        List<Round.Arrival> others = arrivals.stream()
                .filter(arrival -> !arrival.option().equals(election.id(option)))
                .toList();
        selection.select(option, support.worth(option), new Round.Time(time, others));
    }
}
