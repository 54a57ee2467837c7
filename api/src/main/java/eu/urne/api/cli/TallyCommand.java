package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbText;
import eu.urne.engine.pabulib.Strictness;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.TieBreak;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code urne tally}: counts published elections without the log. */
@Command(
        name = "tally",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Counts participatory budgets published as .pb files (pabulib.org).",
        footer = {
            "",
            "Each file is counted by the rule that it names. Where the city's rule is",
            "unknown, the file is counted by greedy, which is said, and not compared with",
            "the official winners; neither is a file counted by another rule than its own.",
            "greedy-threshold takes the file's min_project_score_threshold, greedy-exclusive",
            "the conflicts that the file's comment names.",
            "",
            "Examples:",
            "  urne tally election.pb",
            "  urne tally --rule mes --completion add1 --tie-break cost-votes-id election.pb",
            "  urne tally --compare greedy,mes,phragmen - < election.pb",
            "",
            "With --json, standard output has one object per file and line: file, rule,",
            "budget, spent, selected (in order of selection), ties (those that mattered) and",
            "official: whether the winners match, which are missing here and which are",
            "extra, or null if they were not compared. Amounts are exact decimals in",
            "strings. What is odd about a file is noted on standard error.",
            "",
            "Exit code: 0 if every file was counted, 2 if not, with one line for each file",
            "that was not on standard error.",
        })
public final class TallyCommand implements Callable<Integer> {

    private static final int NOT_ALL_COUNTED = 2;
    private static final Path STANDARD_INPUT = Path.of("-");

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "A .pb file, - for standard input, or a folder: all *.pb in it.")
    private List<Path> paths = List.of();

    @Mixin
    private RuleChoice choice = new RuleChoice();

    @Option(
            names = "--tie-break",
            paramLabel = "METHOD",
            defaultValue = "declared",
            description = "lot:<seed>, id, cost-votes-id, declared (the order in the file; default) or report (stop at"
                    + " the first tie that matters).")
    private String tieBreak = "declared";

    @Option(
            names = "--compare",
            paramLabel = "RULE,RULE",
            split = ",",
            description = "Who wins under which of these rules, and what that means for the voters.")
    private List<String> compared = List.of();

    @Option(
            names = "--lang",
            paramLabel = "en|fr",
            defaultValue = "en",
            description = "The language of the reasons; en is the default.")
    private String language = "en";

    @Option(
            names = "--strict",
            description = "Refuse a file at the first oddity, instead of noting what is odd on standard error.")
    private boolean strict;

    @Option(names = "--json", description = "One JSON object per file.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    private boolean allCounted = true;

    /** Counts all files; see the class for the exit code. */
    @Override
    public Integer call() {
        try {
            TieBreak method = TieBreak.parse(tieBreak);
            for (Path path : paths) {
                files(path).forEach(file -> count(file, method));
            }
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        }
        return allCounted ? 0 : NOT_ALL_COUNTED;
    }

    private void count(Path path, TieBreak method) {
        try {
            PbFile file = PbReader.read(text(path), strict ? Strictness.STRICT : Strictness.LENIENT);
            if (compared.isEmpty()) {
                FileCount count = FileCount.of(file, choice, method);
                out().println(json ? TallyLine.of(count) : TallyTable.of(count, Locale.of(language)));
            } else {
                List<Rule> rules = new ArrayList<>();
                for (String name : compared) {
                    rules.add(choice.of(name, file));
                }
                out().println(RuleComparison.of(file, rules, method));
            }
            file.notes().forEach(note -> err().println(file.name() + ": note: " + note));
        } catch (PbException e) {
            refuse(e.getMessage());
        } catch (IllegalArgumentException e) {
            refuse(path.getFileName() + ": " + e.getMessage());
        } catch (ArithmeticException e) {
            refuse(path.getFileName() + ": a sum of points exceeds what can be counted.");
        } catch (RuntimeException e) {
            refuse(path + ": the count failed by a defect of this program (" + e + ").");
        }
    }

    private static PbText text(Path path) throws PbException {
        if (!path.equals(STANDARD_INPUT)) {
            return PbText.of(path);
        }
        try {
            return PbText.of("standard input", System.in.readAllBytes());
        } catch (IOException e) {
            throw new PbException("standard input", 0, "", "it cannot be read");
        }
    }

    private List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(path)) {
            entries.filter(entry -> entry.toString().endsWith(".pb"))
                    .sorted(Comparator.comparing(Path::toString))
                    .forEach(files::add);
        } catch (IOException e) {
            refuse(path + ": the folder cannot be read.");
            return List.of();
        }
        if (files.isEmpty()) {
            refuse(path + ": the folder has no .pb file.");
        }
        return files;
    }

    private void refuse(@Nullable String sentence) {
        err().println(String.valueOf(sentence).replaceAll("\\R", " "));
        allCounted = false;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
