package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbProject;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.WeightedBallot;
import java.math.BigInteger;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What an outcome means for the voters. A ballot supports the projects that it names; where there are points, those to
 * which it gives more than 0. The definitions stand in docs/rules.md.
 *
 * @param voters how many ballots were cast, blank ones included
 * @param withWinner how many of them support a winner
 * @param moneyWon the cost of the winners that a ballot supports, summed over all ballots, in minor units
 * @param byCategory the cost of the winners of each category, in minor units; a project of several counts in each;
 *     empty if the file has no categories
 * @param byDistrict the same for parts of town
 */
record Measures(
        long voters,
        long withWinner,
        BigInteger moneyWon,
        SortedMap<String, Long> byCategory,
        SortedMap<String, Long> byDistrict) {

    /** The name of what has no category or no district. */
    static final String NONE = "";

    static Measures of(PbFile file, Outcome outcome) {
        Set<String> selected = new HashSet<>(outcome.selected());
        List<PbProject> projects = file.projects();
        long withWinner = 0;
        BigInteger moneyWon = BigInteger.ZERO;
        for (WeightedBallot weighted : file.election().ballots()) {
            List<PbProject> won = supported(weighted.ballot())
                    .mapToObj(projects::get)
                    .filter(project -> selected.contains(project.id()))
                    .toList();
            withWinner += won.isEmpty() ? 0 : weighted.weight();
            for (PbProject project : won) {
                moneyWon = moneyWon.add(
                        BigInteger.valueOf(project.cost()).multiply(BigInteger.valueOf(weighted.weight())));
            }
        }
        return new Measures(
                file.election().voters(),
                withWinner,
                moneyWon,
                money(projects, selected, PbProject::categories),
                money(projects, selected, project -> project.district()
                        .map(List::of)
                        .orElse(List.of())));
    }

    /** The share of voters who support a winner; empty without voters. */
    Optional<Fraction> inclusion() {
        return voters == 0 ? Optional.empty() : Optional.of(Fraction.of(withWinner, voters));
    }

    /** The share of voters who support no winner; empty without voters. */
    Optional<Fraction> exclusion() {
        return voters == 0 ? Optional.empty() : Optional.of(Fraction.of(voters - withWinner, voters));
    }

    /** What the winners that a voter supports cost on average, in minor units; empty without voters. */
    Optional<Fraction> moneyPerVoter() {
        return voters == 0 ? Optional.empty() : Optional.of(new Fraction(moneyWon, BigInteger.valueOf(voters)));
    }

    /** An amount in minor units of a file, in its currency. */
    static Fraction inCurrency(PbFile file, Fraction minor) {
        return minor.times(new Fraction(BigInteger.ONE, BigInteger.TEN.pow(file.moneyScale())));
    }

    private static SortedMap<String, Long> money(
            List<PbProject> projects, Set<String> selected, Function<PbProject, Collection<String>> groups) {
        SortedMap<String, Long> money = new TreeMap<>();
        for (PbProject project : projects) {
            Collection<String> named = groups.apply(project);
            long cost = selected.contains(project.id()) ? project.cost() : 0;
            for (String group : named.isEmpty() ? List.of(NONE) : named) {
                money.merge(group, cost, Math::addExact);
            }
        }
        return money.size() == 1 && money.containsKey(NONE) ? new TreeMap<>() : money;
    }

    private static IntStream supported(Ballot ballot) {
        return switch (ballot) {
            case Ballot.Approval approval -> approval.options().stream();
            case Ballot.Ranking ranking -> ranking.options().stream();
            case Ballot.Points points ->
                IntStream.range(0, points.options().size())
                        .filter(place -> points.points().at(place) > 0)
                        .map(points.options()::at);
            case Ballot.Grades grades -> IntStream.empty();
            case Ballot.Motion motion -> IntStream.empty();
            case Ballot.Blank blank -> IntStream.empty();
        };
    }
}
