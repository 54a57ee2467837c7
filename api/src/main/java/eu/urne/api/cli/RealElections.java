package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.tally.TieBreak;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The part of docs/real-elections.md that is counted: how the winners of published elections compare to the official
 * ones. It stands between two marks; the rest of the page is written by hand and stays.
 */
final class RealElections {

    private static final String BEGIN = "<!-- counted: begin -->\n";
    private static final String END = "<!-- counted: end -->\n";

    private final List<Row> rows = new ArrayList<>();
    private final TieBreak ties;

    /** Nothing counted so far. */
    RealElections(TieBreak ties) {
        this.ties = ties;
    }

    private record Row(
            String file, String rule, String ballots, int projects, long voters, int winners, Official official) {

        private String text() {
            return String.format(
                    "| %s | `%s` | %s | %d | %d | %d | %s |",
                    cell(file), cell(rule), ballots, projects, voters, winners, cell(official.text));
        }
    }

    private record Official(boolean compared, boolean same, String text) {

        private static Official of(FileCount count) {
            PbFile file = count.file();
            return count.official()
                    .map(official -> new Official(
                            true,
                            official.matches(),
                            official.matches()
                                    ? "same"
                                    : "differ: missing here " + official.missing() + ", extra here "
                                            + official.extra()))
                    .orElseGet(() -> new Official(false, false, "not compared: " + whyNotCompared(count, file)));
        }

        private static String whyNotCompared(FileCount count, PbFile file) {
            if (!count.byOwnRule()) {
                return "the city's rule is unknown";
            }
            return file.officialWinners().isEmpty() ? "the file tells no winners" : "the count stopped at a tie";
        }
    }

    void add(FileCount count) {
        PbFile file = count.file();
        rows.add(new Row(
                file.name(),
                file.ruleName(),
                file.voteType().text(),
                file.projects().size(),
                file.election().voters(),
                count.outcome().selected().size(),
                Official.of(count)));
    }

    /**
     * The page with the counted part made anew.
     *
     * @param page the page so far
     * @throws IllegalArgumentException if the page lacks the marks; the message is a sentence
     */
    String into(String page) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(
                    "The page lacks the lines " + BEGIN.strip() + " and " + END.strip() + " round the counted part.");
        }
        return page.substring(0, begin + BEGIN.length()) + part() + page.substring(end);
    }

    private String part() {
        List<String> lines = new ArrayList<>();
        lines.add(rows.size() + " files, ties broken by `" + ties.text() + "`.");
        lines.add("");
        lines.add("| rule of the file | files | compared with the official winners | the same | differ |");
        lines.add("|---|---|---|---|---|");
        Map<String, List<Row>> byRule =
                rows.stream().collect(Collectors.groupingBy(Row::rule, TreeMap::new, Collectors.toList()));
        byRule.forEach((rule, some) -> lines.add(sum("`" + cell(rule) + "`", some)));
        lines.add(sum("all", rows));
        lines.add("");
        lines.add("| file | rule | ballots | projects | voters | winners | official winners |");
        lines.add("|---|---|---|---|---|---|---|");
        rows.forEach(row -> lines.add(row.text()));
        return String.join("\n", lines) + "\n";
    }

    private static String sum(String name, List<Row> some) {
        long compared = some.stream().filter(row -> row.official.compared).count();
        long same = some.stream().filter(row -> row.official.same).count();
        return String.format("| %s | %d | %d | %d | %d |", name, some.size(), compared, same, compared - same);
    }

    private static String cell(String text) {
        return Words.onOneLine(text).replace("|", "\\|");
    }
}
