package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbProject;
import eu.urne.engine.tally.Earmarked;
import eu.urne.engine.tally.Indexes;
import eu.urne.engine.tally.Rule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** What of the money is earmarked, as it is told on the command line. */
final class EarmarkChoice {

    private static final Pattern MINIMUM = Pattern.compile("([^:=]+)(?::(.+))?=([0-9]+(?:\\.[0-9]+)?)(%?)");

    @Option(
            names = "--funded",
            split = ",",
            paramLabel = "ID",
            description = "Projects funded beforehand, whatever their votes; their cost comes off the budget.")
    private List<String> funded = List.of();

    @Option(
            names = "--minimum",
            paramLabel = "NAME[:ID,ID]=AMOUNT",
            description = "What a category or district of the file, or these projects together, get at least to spend,"
                    + " in the file's currency or, with a %% behind, in percent of the budget. The name has none of"
                    + " the characters , + / = %% : (comma, plus, slash, equals, percent, colon). May be told"
                    + " several times; counted in this order.")
    private List<String> minimums = List.of();

    /** Whether anything is told. */
    boolean isTold() {
        return !funded.isEmpty() || !minimums.isEmpty();
    }

    /**
     * The rule with what is earmarked before it.
     *
     * @throws IllegalArgumentException if it cannot be; the message is a sentence
     */
    Rule before(Rule rule, PbFile file) {
        if (!isTold()) {
            return rule;
        }
        if (!(rule instanceof Rule.OfMoney spending)) {
            throw new IllegalArgumentException("Nothing can be earmarked with the rule " + rule.id() + ".");
        }
        List<Integer> first = funded.stream().map(id -> index(id, file)).toList();
        List<Earmarked.Minimum> then =
                minimums.stream().map(minimum -> minimum(minimum, file)).toList();
        requireOnce(first.stream(), "is told twice by --funded", file);
        requireOnce(then.stream().flatMap(minimum -> minimum.options().stream().boxed()), "is in two minimums", file);
        return new Earmarked(spending, first, then);
    }

    private static void requireOnce(Stream<Integer> options, String problem, PbFile file) {
        Set<Integer> seen = new HashSet<>();
        options.filter(option -> !seen.add(option)).findFirst().ifPresent(option -> {
            throw new IllegalArgumentException(
                    "The project \"" + file.projects().get(option).id() + "\" " + problem + ".");
        });
    }

    private static Earmarked.Minimum minimum(String told, PbFile file) {
        Matcher parts = MINIMUM.matcher(told);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"" + told + "\" is no minimum: write NAME=AMOUNT or NAME:ID,ID=AMOUNT.");
        }
        boolean percent = !parts.group(4).isEmpty();
        int[] options = parts.group(2) == null
                ? inCategory(parts.group(1), file)
                : Arrays.stream(parts.group(2).split(",", -1))
                        .mapToInt(id -> index(id, file))
                        .toArray();
        return new Earmarked.Minimum(
                parts.group(1),
                Indexes.of(options),
                amount(told, parts.group(3), percent ? 0 : file.moneyScale()),
                percent ? Earmarked.Unit.PERCENT_OF_BUDGET : Earmarked.Unit.MONEY);
    }

    /** The projects that the file puts into a category or a district of that name. */
    private static int[] inCategory(String name, PbFile file) {
        int[] options = IntStream.range(0, file.projects().size())
                .filter(option -> {
                    PbProject project = file.projects().get(option);
                    return project.categories().contains(name)
                            || project.district().filter(name::equals).isPresent();
                })
                .toArray();
        if (options.length == 0) {
            throw new IllegalArgumentException(
                    "No project of " + file.name() + " has the category or district \"" + name + "\".");
        }
        return options;
    }

    private static long amount(String told, String number, int scale) {
        try {
            return new BigDecimal(number).movePointRight(scale).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("\"" + told + "\" has an amount that cannot be paid.", e);
        }
    }

    private static int index(String id, PbFile file) {
        int index = file.projects().stream().map(PbProject::id).toList().indexOf(id);
        if (index < 0) {
            throw new IllegalArgumentException("There is no project \"" + id + "\" in " + file.name() + ".");
        }
        return index;
    }
}
