package eu.urne.api.cli;

import eu.urne.api.cli.RuleComparison.Column;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbProject;
import eu.urne.engine.tally.Fraction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A comparison as text for people: one column for each rule. */
final class ComparisonTable {

    private static final int TITLE = 50;
    private static final Fraction HUNDRED = Fraction.of(100);

    private final PbFile file;
    private final List<Column> columns;
    private final Words words;
    private final Grid grid = new Grid(false);

    private ComparisonTable(RuleComparison comparison, Words words) {
        this.file = comparison.file();
        this.columns = comparison.columns();
        this.words = words;
    }

    static String of(RuleComparison comparison, Words words) {
        return new ComparisonTable(comparison, words).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        lines.add(file.name());
        lines.add("  " + words.say("voters", file.election().voters()) + "; budget "
                + file.money(file.election().budget()));
        IntStream.range(0, columns.size())
                .forEach(i -> lines.add(
                        "  " + letter(i) + "  " + columns.get(i).rule().text()));
        fillGrid();
        lines.addAll(grid.lines());
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private void fillGrid() {
        List<String> letters = IntStream.range(0, columns.size())
                .mapToObj(ComparisonTable::letter)
                .toList();
        grid.add(row("", letters));
        add("winners", column -> Integer.toString(column.outcome().selected().size()));
        add("spent", column -> file.money(column.outcome().spent()));
        add("left", column -> file.money(column.outcome().left()));
        add("with-winner", column -> percent(column.measures().inclusion()));
        add("without-winner", column -> percent(column.measures().exclusion()));
        add("money-per-voter", column -> money(column.measures().moneyPerVoter()));
        addGroups("by-category", Measures::byCategory);
        addGroups("by-district", Measures::byDistrict);
        grid.add(List.of(words.say("who-wins")));
        for (PbProject project : file.projects()) {
            List<String> marks = IntStream.range(0, columns.size())
                    .mapToObj(i -> wins(i, project) ? letter(i) : ".")
                    .toList();
            if (marks.stream().anyMatch(mark -> !mark.equals("."))) {
                grid.add(row("  " + Words.shortened(Words.title(project), TITLE), marks));
            }
        }
    }

    private boolean wins(int column, PbProject project) {
        return columns.get(column).outcome().selected().contains(project.id());
    }

    private void add(String key, Function<Column, String> value) {
        grid.add(row(words.say(key), columns.stream().map(value).toList()));
    }

    private void addGroups(String key, Function<Measures, SortedMap<String, Long>> groups) {
        if (groups.apply(columns.getFirst().measures()).isEmpty()) {
            return;
        }
        grid.add(List.of(words.say(key)));
        for (String group : groups.apply(columns.getFirst().measures()).keySet()) {
            String name = group.isEmpty() ? words.say("none") : Words.shortened(Words.onOneLine(group), TITLE);
            List<String> money = columns.stream()
                    .map(column -> file.money(groups.apply(column.measures()).getOrDefault(group, 0L)))
                    .toList();
            grid.add(row("  " + name, money));
        }
    }

    private String money(Optional<Fraction> minor) {
        return minor.map(amount -> rounded(Measures.inCurrency(file, amount), 2))
                .orElse("-");
    }

    private static String percent(Optional<Fraction> share) {
        return share.map(part -> rounded(part.times(HUNDRED), 1) + " %").orElse("-");
    }

    /** Half up, for people to read. */
    private static String rounded(Fraction number, int places) {
        return new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), places, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static List<String> row(String first, List<String> others) {
        List<String> row = new ArrayList<>(List.of(first));
        row.addAll(others);
        return row;
    }

    private static String letter(int column) {
        return Character.toString('A' + column);
    }
}
