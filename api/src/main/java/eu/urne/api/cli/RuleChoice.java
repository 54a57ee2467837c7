package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbRules;
import eu.urne.engine.pabulib.VoteType;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Completion;
import eu.urne.engine.tally.EqualShares.Share;
import eu.urne.engine.tally.EqualShares.Start;
import eu.urne.engine.tally.EqualShares.Step;
import eu.urne.engine.tally.EqualShares.StepUnit;
import eu.urne.engine.tally.EqualShares.Then;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.Rule;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which rule to count by, as it is told on the command line. */
final class RuleChoice {

    private static final String SHORTHAND = "mes/";
    private static final Set<String> WITHOUT_PARAMETERS = Set.of("phragmen", "phragmen-skip", "plurality");

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Count by this rule instead of the file's own: greedy, greedy-no-skip, greedy-threshold,"
                    + " greedy-exclusive, greedy-custom, greedy-per-cost, knapsack, points, borda, mes, phragmen,"
                    + " phragmen-skip, plurality, equalshares/add1, equalshares/add1-comparison, mes with parts such as"
                    + " mes/cardinality/add1/greedy, or a rule in its canonical spelling with parameters.")
    private @Nullable String rule;

    @Option(
            names = "--utility",
            paramLabel = "UTILITY",
            description =
                    "With mes: cost (default for approvals), cardinality, sqrt-cost, points (default for points) or"
                            + " borda (default for rankings).")
    private @Nullable String utility;

    @Option(
            names = "--completion",
            paramLabel = "COMPLETION",
            defaultValue = "none",
            description = "With mes: none (default), add1, add1-exhaustive or next.")
    private String completion = "none";

    @Option(
            names = "--then",
            paramLabel = "RULE",
            defaultValue = "nothing",
            description = "With mes: fill what is left by greedy or phragmen.")
    private String then = "nothing";

    @Option(names = "--comparison", description = "With mes: take the outcome of greedy if more voters prefer it.")
    private boolean comparison;

    @Mixin
    private EarmarkChoice earmarks = new EarmarkChoice();

    /** The name of the rule told, or null for the file's own. */
    @Nullable
    String name() {
        return rule;
    }

    /**
     * The rule of a name for a file.
     *
     * @throws IllegalArgumentException if an option is unknown; the message is a sentence
     */
    Rule of(String name, PbFile file) throws PbException {
        return earmarks.before(counting(name, file), file);
    }

    private Rule counting(String name, PbFile file) throws PbException {
        if (name.equals("mes")) {
            return equalShares(file);
        }
        if (name.startsWith(SHORTHAND)) {
            return shorthand(name.substring(SHORTHAND.length())).equalShares(file);
        }
        if (WITHOUT_PARAMETERS.contains(name) || name.contains(":")) {
            return Rule.parse(name);
        }
        return PbRules.of(file, name);
    }

    private EqualShares equalShares(PbFile file) {
        Completion raise = named(Completion.values(), completion, "completion");
        Step step = raise.steps() ? new Step(PbRules.unit(file), StepUnit.PER_VOTER) : Step.NONE;
        return new EqualShares(
                utility == null ? usual(file.voteType()) : named(Utility.values(), utility, "utility"),
                new Share(raise == Completion.ADD1 ? Start.FLOOR : Start.EXACT, step, true),
                raise,
                named(Then.values(), then, "rule to fill up by"),
                comparison);
    }

    /**
     * Each part is a utility, a completion, the rule to fill up by, or {@code comparison}, as in {@code add1/greedy}.
     */
    private static RuleChoice shorthand(String parts) {
        RuleChoice choice = new RuleChoice();
        for (String part : parts.split("/", -1)) {
            if (part.equals("comparison")) {
                choice.comparison = true;
            } else if (isSpelt(Utility.values(), part)) {
                choice.utility = part;
            } else if (isSpelt(Then.values(), part)) {
                choice.then = part;
            } else {
                choice.completion = part;
            }
        }
        return choice;
    }

    private static boolean isSpelt(Enum<?>[] values, String name) {
        return Arrays.stream(values).anyMatch(value -> spelt(value).equals(name));
    }

    private static Utility usual(VoteType type) {
        return switch (type) {
            case APPROVAL, CHOOSE_1 -> Utility.COST;
            case CUMULATIVE, SCORING -> Utility.POINTS;
            case ORDINAL -> Utility.BORDA;
        };
    }

    private static <E extends Enum<E>> E named(E[] values, String name, String what) {
        return Arrays.stream(values)
                .filter(value -> spelt(value).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + what + " \"" + name + "\": choose "
                        + Arrays.stream(values).map(RuleChoice::spelt).collect(Collectors.joining(", ")) + "."));
    }

    private static String spelt(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
