package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.tally.Ballot;
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.Tally;
import eu.urne.engine.tally.TieBreak;
import eu.urne.engine.tally.WeightedBallot;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What several rules make of one file, side by side. */
final class RuleComparison {

    private RuleComparison() {}

    static String of(PbFile file, List<Rule> rules, TieBreak tieBreak) {
        List<String> lines = new ArrayList<>(List.of(file.name()));
        List<Set<String>> winners = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Outcome outcome = Tally.count(file.election(), rules.get(i), tieBreak);
            winners.add(new HashSet<>(outcome.selected()));
            lines.add(String.format("  %c  %s", 'A' + i, rules.get(i).text()));
            lines.add("     " + figures(file, outcome));
        }
        file.projects().forEach(project -> {
            StringBuilder marks = new StringBuilder();
            for (int i = 0; i < winners.size(); i++) {
                marks.append(winners.get(i).contains(project.id()) ? (char) ('A' + i) : '.');
            }
            if (marks.chars().anyMatch(mark -> mark != '.')) {
                lines.add("  " + marks + "  " + project.id() + "  " + file.money(project.cost()));
            }
        });
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String figures(PbFile file, Outcome outcome) {
        boolean[] won = new boolean[file.projects().size()];
        for (int option = 0; option < won.length; option++) {
            won[option] =
                    outcome.selected().contains(file.projects().get(option).id());
        }
        long satisfied = 0;
        BigInteger money = BigInteger.ZERO;
        for (WeightedBallot weighted : file.election().ballots()) {
            long of = 0;
            boolean any = false;
            for (int option : named(weighted.ballot()).stream().toArray()) {
                any |= won[option];
                of += won[option] ? file.projects().get(option).cost() : 0;
            }
            satisfied += any ? weighted.weight() : 0;
            money = money.add(BigInteger.valueOf(of).multiply(BigInteger.valueOf(weighted.weight())));
        }
        long voters = Math.max(1, file.election().voters());
        return "winners " + outcome.selected().size() + ", spent " + file.money(outcome.spent())
                + "; voters with a winner " + percent(satisfied, voters) + ", without "
                + percent(file.election().voters() - satisfied, voters) + "; winners of a voter cost on average "
                + file.money(
                        new Fraction(money, BigInteger.valueOf(voters)).floor().longValueExact());
    }

    private static Indexes named(Ballot ballot) {
        return switch (ballot) {
            case Ballot.Approval approval -> approval.options();
            case Ballot.Ranking ranking -> ranking.options();
            case Ballot.Points points -> points.options();
            case Ballot.Grades grades -> Indexes.of();
            case Ballot.Motion motion -> Indexes.of();
            case Ballot.Blank blank -> Indexes.of();
        };
    }

    private static String percent(long part, long whole) {
        return Fraction.of(part, whole).times(Fraction.of(100)).decimal(1).toPlainString() + " %";
    }
}
