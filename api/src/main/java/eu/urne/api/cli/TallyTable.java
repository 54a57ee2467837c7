package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbProject;
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Sentences;
import eu.urne.engine.tally.Tie;
import eu.urne.engine.tally.Verdict;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A count as text for people: winners in order of selection, then the others in the file's order, with reasons. */
final class TallyTable {

    private final FileCount count;
    private final PbFile file;
    private final Outcome outcome;
    private final Sentences sentences;

    private TallyTable(FileCount count, Locale locale) {
        this.count = count;
        this.file = count.file();
        this.outcome = count.outcome();
        this.sentences = new Sentences(locale, this::money, file::points);
    }

    static String of(FileCount count, Locale locale) {
        return new TallyTable(count, locale).text();
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
        int place = outcome.selected().indexOf(file.projects().get(option).id());
        return place < 0 ? Integer.MAX_VALUE : place + 1;
    }

    private String line(PbProject project, Verdict verdict, int widest) {
        int chosen = outcome.selected().indexOf(project.id());
        String place = chosen < 0 ? "-" : Integer.toString(chosen + 1);
        return String.format(
                "  %4s  %-" + widest + "s  %12s  %s",
                place,
                project.id(),
                file.money(project.cost()),
                sentences.of(verdict.reason()));
    }

    /** Whole amounts as the file writes them; parts of a minor unit cut off after four more places. */
    private String money(Fraction amount) {
        return amount.denominator().equals(BigInteger.ONE)
                ? file.money(amount.numerator().longValueExact())
                : amount.decimal(4).movePointLeft(file.moneyScale()).toPlainString();
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
