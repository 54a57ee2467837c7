package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbProject;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A count as text for people: winners in order of selection, then the others in the file's order, with reasons. */
final class TallyTable {

    private final FileCount count;
    private final PbFile file;
    private final Outcome outcome;

    private TallyTable(FileCount count) {
        this.count = count;
        this.file = count.file();
        this.outcome = count.outcome();
    }

    static String of(FileCount count) {
        return new TallyTable(count).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add(file.name());
        lines.add("  " + rule() + "; budget " + file.money(file.election().budget()) + ", spent "
                + file.money(outcome.spent()) + ", left " + file.money(outcome.left()));
        int widest = file.projects().stream()
                .mapToInt(project -> project.id().length())
                .max()
                .orElse(0);
        IntStream.range(0, outcome.verdicts().size())
                .boxed()
                .sorted(Comparator.comparingInt(this::round))
                .map(option ->
                        line(file.projects().get(option), outcome.verdicts().get(option), widest))
                .forEach(lines::add);
        outcome.ties().forEach(tie -> lines.add("  " + tie(tie)));
        lines.add("  " + official());
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private String rule() {
        String rule = "counted by " + count.rule().text();
        return file.ruleName().equals(count.rule().id())
                ? rule
                : rule + " (the file's rule is " + file.ruleName() + ")";
    }

    private int round(int option) {
        return outcome.verdicts().get(option).reason() instanceof Reason.Chosen chosen
                ? chosen.round()
                : Integer.MAX_VALUE;
    }

    private String line(PbProject project, Verdict verdict, int widest) {
        String place = verdict.reason() instanceof Reason.Chosen chosen ? Integer.toString(chosen.round()) : "-";
        return String.format(
                "  %4s  %-" + widest + "s  %12s  %s",
                place,
                project.id(),
                file.money(project.cost()),
                sentence(verdict.reason()));
    }

    private String sentence(Reason reason) {
        return switch (reason) {
            case Reason.Chosen(int round, long score, long left) ->
                "chosen with " + file.points(score) + ", " + file.money(left) + " left";
            case Reason.DidNotFit(long score, long left) ->
                "has " + file.points(score) + ", did not fit with " + file.money(left) + " left";
            case Reason.NotReached(long score, String stoppedAt) ->
                "has " + file.points(score) + ", not reached: counting stopped at " + stoppedAt;
            case Reason.BelowMinimum(long score, long minimum) ->
                "has " + file.points(score) + ", below the minimum of " + file.points(minimum);
            case Reason.Excluded(long score, String by) -> "has " + file.points(score) + ", excluded by " + by;
            case Reason.Tied(long score) -> "has " + file.points(score) + ", tied: not decided";
            case Reason.OfOtherRules other -> "has " + file.points(other.score()) + ": " + other;
            case Reason.Undecided(long score) ->
                "has " + file.points(score) + ", not decided: counting stopped at a tie";
        };
    }

    private static String tie(Tie tie) {
        String tied = "tie in round " + tie.round() + ": " + String.join(", ", tie.tied());
        return tie.chosen().isEmpty()
                ? tied + "; not broken"
                : tied + "; broken by " + tie.method() + " for " + String.join(", ", tie.chosen());
    }

    private String official() {
        return count.official()
                .map(official -> official.matches()
                        ? "official winners: the same"
                        : "official winners differ: missing here " + official.missing() + ", extra here "
                                + official.extra())
                .orElse("official winners: not compared");
    }
}
