package eu.urne.audit.tally;

import eu.urne.audit.tally.Support.Supporter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Phragmén's sequential rule (docs/formats/events.md, section 3.3). The load of a voter is always the time of a round,
 * that in which he last got something, or 0: so the loads of the voters of an option are added round by round. Loads
 * only rise, and with them times; so an option whose time was behind the earliest before does not have to be asked
 * again.
 */
final class PhragmenCount {
    private static final int NEVER = -1;

    private final Election election;
    private final boolean skips;
    private final Selection selection;
    private final Support support;
    private final TieTrail trail;
    private final List<Arrival> considered = new ArrayList<>();
    private final List<Fraction> times = new ArrayList<>();
    private final int[] lastRound;

    /** When an option is reached, or at the earliest. */
    private record Arrival(int option, Fraction time) {}

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
                .forEach(option -> considered.add(new Arrival(option, Fraction.ZERO)));
        while (!considered.isEmpty()) {
            List<Arrival> asked = ask();
            Fraction earliest = asked.getFirst().time;
            List<Integer> reached = asked.stream()
                    .filter(arrival -> arrival.time.equals(earliest))
                    .map(Arrival::option)
                    .toList();
            List<Integer> unfit =
                    reached.stream().filter(option -> !selection.fits(option)).toList();
            unfit.forEach(option -> refuse(option, new Verdict.Unaffordable(selection.left())));
            if (unfit.isEmpty()) {
                select(trail.first(times.size(), reached), asked);
            } else if (skips) {
                considered.removeIf(arrival -> unfit.contains(arrival.option));
            } else {
                break;
            }
        }
        trail.end();
        trail.ties().forEach(tie -> selection.tell(tie.options()));
        considered.forEach(arrival -> refuse(arrival.option, new Verdict.Stopped()));
        election.numbers().forEach(this::refuseUnconsidered);
    }

    private void refuseUnconsidered(int option) {
        refuse(option, support.has(option) ? new Verdict.Unaffordable(selection.left()) : new Verdict.Unsupported());
    }

    private void refuse(int option, Verdict verdict) {
        selection.refuse(option, support.worth(option), verdict);
    }

    /** Options that may be reached first, with their times, the earliest first. */
    private List<Arrival> ask() {
        considered.sort(Comparator.comparing(Arrival::time));
        List<Arrival> asked = new ArrayList<>();
        Fraction earliest = Fraction.BEYOND_ALL;
        for (int place = 0; place < considered.size(); place++) {
            Arrival before = considered.get(place);
            if (before.time.compareTo(earliest) > 0) {
                break;
            }
            Arrival now = new Arrival(before.option, time(before.option));
            considered.set(place, now);
            asked.add(now);
            earliest = now.time.compareTo(earliest) < 0 ? now.time : earliest;
        }
        asked.sort(Comparator.comparing(Arrival::time));
        return asked;
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

    private void select(int option, List<Arrival> asked) {
        Fraction time = asked.getFirst().time;
        support.of(option).forEach(supporter -> lastRound[supporter.ballot()] = times.size());
        times.add(time);
        considered.removeIf(arrival -> arrival.option == option);
        List<Round.Arrival> others = asked.stream()
                .filter(arrival -> arrival.option != option)
                .map(arrival -> new Round.Arrival(election.id(arrival.option), arrival.time))
                .toList();
        selection.select(option, support.worth(option), new Round.Time(time, others));
    }
}
