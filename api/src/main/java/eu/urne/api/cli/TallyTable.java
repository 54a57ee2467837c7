package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbProject;
import eu.urne.engine.tally.Outcome;
import eu.urne.engine.tally.Reason;
import eu.urne.engine.tally.Sentences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A count as text for people: a table, or the reasons in sentences. */
final class TallyTable {

    private static final int NAME = 60;

    private final FileCount count;
    private final PbFile file;
    private final Outcome outcome;
    private final Words words;

    private TallyTable(FileCount count, Words words) {
        this.count = count;
        this.file = count.file();
        this.outcome = count.outcome();
        this.words = words;
    }

    /** Place, id, score, cost and name of every project. */
    static String of(FileCount count, Words words) {
        TallyTable table = new TallyTable(count, words);
        return table.framed(table.rows());
    }

    /**
     * Why every project won or lost.
     *
     * @param project the id of the only one to explain, if there is one
     * @throws IllegalArgumentException if there is no such project
     */
    static String explained(FileCount count, Optional<String> project, Words words) {
        TallyTable table = new TallyTable(count, words);
        List<Integer> told = count.ranking().stream()
                .filter(option -> project.isEmpty()
                        || table.file.projects().get(option).id().equals(project.get()))
                .toList();
        if (told.isEmpty()) {
            throw nothingToExplain(project.orElseThrow());
        }
        return table.framed(told.stream().map(table::sentence).toList());
    }

    static IllegalArgumentException nothingToExplain(String project) {
        return new IllegalArgumentException("there is no project \"" + Words.onOneLine(project) + "\" to explain.");
    }

    private String framed(List<String> body) {
        List<String> lines = new ArrayList<>();
        lines.add(file.name());
        lines.add("  " + rule() + "; "
                + words.say(
                        "money",
                        file.money(file.election().budget()),
                        file.money(outcome.spent()),
                        file.money(outcome.left())));
        lines.addAll(body);
        outcome.ties().forEach(tie -> lines.add("  " + words.tie(tie)));
        lines.add("  " + official());
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private String rule() {
        String rule = words.say("counted", count.rule().text());
        return count.byOwnRule() ? rule : rule + " " + words.say("of-file", Words.onOneLine(file.ruleName()));
    }

    private List<String> rows() {
        Grid grid = new Grid(true);
        grid.add(List.of("", words.say("project"), words.say("score"), words.say("cost"), ""));
        for (int option : count.ranking()) {
            PbProject project = file.projects().get(option);
            grid.add(List.of(
                    count.place(option).map(String::valueOf).orElse("-"),
                    Words.onOneLine(project.id()),
                    file.points(reason(option).score()),
                    file.money(project.cost()),
                    Words.shortened(Words.onOneLine(project.name()), NAME)));
        }
        return grid.lines();
    }

    private String sentence(int option) {
        PbProject project = file.projects().get(option);
        Sentences sentences = words.sentences(file);
        String title = Words.title(project);
        String cost = file.money(project.cost());
        String why = Words.onOneLine(sentences.of(reason(option)));
        return "  "
                + count.place(option)
                        .map(place -> words.say("winner", place, title, cost, why))
                        .orElseGet(() -> words.say("loser", title, cost, why));
    }

    private Reason reason(int option) {
        return outcome.verdicts().get(option).reason();
    }

    private String official() {
        return count.official()
                .map(official -> official.matches()
                        ? words.say("official-same")
                        : words.say("official-differ", official.missing(), official.extra()))
                .map(Words::onOneLine)
                .orElseGet(() -> words.say("official-unknown"));
    }
}
