package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbDocument;
import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbReader;
import eu.urne.engine.pabulib.PbText;
import eu.urne.engine.pabulib.PbWriter;
import eu.urne.engine.pabulib.Strictness;
import eu.urne.engine.tally.TieBreak;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
            "  urne tally --explain election.pb",
            "  urne tally --explain 12 --lang fr election.pb",
            "  urne tally --rule mes --completion add1 --tie-break cost-votes-id election.pb",
            "  urne tally --compare greedy,mes/add1,phragmen - < election.pb",
            "  urne tally --compare 'greedy:minimum=20;mes/cardinality/add1/greedy' election.pb",
            "  urne tally --report docs/real-elections.md ../shared/pabulib",
            "  urne tally --svg outcome.svg --write counted.pb election.pb",
            "",
            "--compare tells for each rule who wins; the share of voters who support a",
            "winner, and of those who do not (exclusion ratio); what the winners that a",
            "voter supports cost on average; and the money by category and part of town.",
            "docs/rules.md defines them. Rules are separated by semicolons, or by commas",
            "where none of them has parameters, and the option can be repeated.",
            "",
            "With --json, standard output has one object per file and line: file, rule,",
            "budget, spent, selected (in order of selection), ties (those that mattered),",
            "official: whether the winners match, which are missing here and which are",
            "extra, or null if they were not compared; with --explain also reasons, by id.",
            "With --compare: file, budget, voters and the list rules. Amounts are exact",
            "decimals in strings, shares and averages exact fractions. What is odd about a",
            "file is noted on standard error, and refused with --strict.",
            "",
            "Exit code: 0 if every file was counted and everything asked for was written,",
            "2 if not, with one line for each file that was not on standard error.",
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
            paramLabel = "RULES",
            description = "Who wins under which of these rules, and what that means for the voters.")
    private List<String> compared = List.of();

    @Option(
            names = "--explain",
            arity = "0..1",
            paramLabel = "ID",
            parameterConsumer = ExplainedProject.class,
            description = "Why every project won or lost, or only the one with this id.")
    private @Nullable String explained;

    @Option(names = "--svg", paramLabel = "OUT", description = "Draw the outcome of one file as a chart.")
    private @Nullable Path svg;

    @Option(
            names = "--write",
            paramLabel = "OUT.pb",
            description = "Write one file again, with the winners and the rule of this count.")
    private @Nullable Path written;

    @Option(
            names = "--report",
            paramLabel = "PAGE.md",
            description = "Count every file by its own rule, and write how the winners compare to the official ones"
                    + " into the counted part of a page such as docs/real-elections.md.")
    private @Nullable Path page;

    @Option(
            names = "--lang",
            paramLabel = "en|fr",
            defaultValue = "en",
            description = "The language of tables, reasons and charts; en is the default.")
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
            Words words = Words.of(language);
            List<String> names = compared.isEmpty() ? List.of() : RuleComparison.names(compared);
            requireSense();
            RealElections real = new RealElections(method);
            for (Path path : paths) {
                files(path).forEach(file -> count(file, names, method, words, real));
            }
            if (page != null && allCounted) {
                report(page, real);
            }
        } catch (UncheckedIOException e) {
            refuse(e.getMessage());
        } catch (IllegalArgumentException e) {
            refuse(String.valueOf(e.getMessage()));
        }
        return allCounted ? 0 : NOT_ALL_COUNTED;
    }

    private void requireSense() {
        boolean writes = svg != null || written != null;
        if (!compared.isEmpty() && (writes || explained != null)) {
            throw new IllegalArgumentException("--compare goes with none of --explain, --svg and --write.");
        }
        if (writes && (paths.size() > 1 || Files.isDirectory(paths.getFirst()))) {
            throw new IllegalArgumentException("--svg and --write need exactly one file to count.");
        }
        if (!compared.isEmpty() && choice.namesRule()) {
            throw new IllegalArgumentException(
                    "--compare names the rules: not with --rule, --utility, --completion, --then or --comparison.");
        }
        if (page != null && (!compared.isEmpty() || choice.isTold())) {
            throw new IllegalArgumentException("--report counts by the files' own rules alone: not with --compare,"
                    + " --rule, options of mes, --funded or --minimum.");
        }
        if (Collections.frequency(paths, STANDARD_INPUT) > 1) {
            throw new IllegalArgumentException("Standard input (-) can be read only once.");
        }
        requireOwnPlaces();
    }

    /** What is written replaces neither what is read nor what else is written. */
    private void requireOwnPlaces() {
        List<Path> taken = new ArrayList<>(paths);
        taken.remove(STANDARD_INPUT);
        Stream.of(Optional.ofNullable(svg), Optional.ofNullable(written), Optional.ofNullable(page))
                .flatMap(Optional::stream)
                .forEach(target -> {
                    if (taken.stream().anyMatch(path -> WrittenFile.isSame(path, target))) {
                        throw new IllegalArgumentException(
                                target + ": the file to write is also read, or written by another option.");
                    }
                    taken.add(target);
                });
    }

    private void count(Path path, List<String> names, TieBreak method, Words words, RealElections real) {
        try {
            PbText text = text(path);
            PbFile file = PbReader.read(text, strict ? Strictness.STRICT : Strictness.LENIENT);
            if (names.isEmpty()) {
                FileCount count = FileCount.of(file, choice, method);
                String told = told(count, words);
                write(text, count, words);
                real.add(count);
                out().println(told);
            } else {
                RuleComparison comparison = RuleComparison.of(file, names, choice, method);
                out().println(json ? ComparisonLine.of(comparison) : ComparisonTable.of(comparison, words));
            }
            file.notes().forEach(note -> err().println(file.name() + ": note: " + note));
        } catch (PbException e) {
            refuse(e.getMessage());
        } catch (UncheckedIOException e) {
            refuse(e.getMessage());
        } catch (IllegalArgumentException e) {
            refuse(path.getFileName() + ": " + e.getMessage());
        } catch (ArithmeticException e) {
            refuse(path.getFileName() + ": a sum of points exceeds what can be counted.");
        } catch (RuntimeException e) {
            refuse(path + ": the count failed by a defect of this program (" + e + ").");
        } catch (OutOfMemoryError | StackOverflowError e) {
            refuse(path + ": the file is too large to be counted with the memory of this program.");
        }
    }

    private String told(FileCount count, Words words) {
        if (explained == null) {
            return json ? TallyLine.of(count) : TallyTable.of(count, words);
        }
        Optional<String> project = explained.equals(ExplainedProject.ALL) ? Optional.empty() : Optional.of(explained);
        return json ? TallyLine.explained(count, project, words) : TallyTable.explained(count, project, words);
    }

    private void write(PbText text, FileCount count, Words words) throws PbException {
        if (svg != null) {
            WrittenFile.write(svg, out -> out.write(OutcomeChart.of(count, words)));
        }
        if (written != null) {
            PbDocument document = CountedDocument.of(PbReader.document(text), count);
            WrittenFile.write(written, out -> PbWriter.write(document, out));
        }
    }

    private static void report(Path page, RealElections real) {
        try {
            String changed = real.into(Files.readString(page));
            WrittenFile.write(page, out -> out.write(changed));
        } catch (IOException e) {
            throw new UncheckedIOException(page + ": the page cannot be read.", e);
        }
    }

    private static PbText text(Path path) throws PbException {
        if (!path.equals(STANDARD_INPUT)) {
            return PbText.of(path);
        }
        try {
            return PbText.of("standard input", System.in);
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
        String line = Words.onOneLine(String.valueOf(sentence));
        err().println(line.endsWith(".") ? line : line + ".");
        allCounted = false;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
