package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbException;
import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbRules;
import eu.urne.engine.pabulib.VoteType;
import eu.urne.engine.tally.CouncilMotion;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Completion;
import eu.urne.engine.tally.EqualShares.Share;
import eu.urne.engine.tally.EqualShares.Start;
import eu.urne.engine.tally.EqualShares.Step;
import eu.urne.engine.tally.EqualShares.StepUnit;
import eu.urne.engine.tally.EqualShares.Then;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.MajorityJudgment;
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
            completionCandidates = RuleNames.class,
            description =
                    "Count by this rule instead of the file's own: ${COMPLETION-CANDIDATES}, mes with parts such as"
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
            description = "With mes: none (default), add1, add1-exhaustive or next.")
    private @Nullable String completion;

    @Option(names = "--then", paramLabel = "RULE", description = "With mes: fill what is left by greedy or phragmen.")
    private @Nullable String then;

    @Option(names = "--comparison", description = "With mes: take the outcome of greedy if more voters prefer it.")
    private boolean comparison;

    @Mixin
    private EarmarkChoice earmarks = new EarmarkChoice();

    /** The name of the rule told, or null for the file's own. */
    @Nullable
    String name() {
        return rule;
    }

    /** Whether anything is told, so that files are not counted by their own rules alone. */
    boolean isTold() {
        return earmarks.isTold() || namesRule();
    }

    /** Whether a rule is told, or what belongs to one. */
    boolean namesRule() {
        return rule != null || optionOfEqualShares() != null;
    }

    /** The first option told that only mes has, or null. */
    private @Nullable String optionOfEqualShares() {
        if (utility != null) {
            return "--utility";
        }
        if (completion != null) {
            return "--completion";
        }
        if (then != null) {
            return "--then";
        }
        return comparison ? "--comparison" : null;
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
        String senseless = optionOfEqualShares();
        if (senseless != null) {
            throw new IllegalArgumentException(senseless + " goes only with the rule mes, not with " + name + ".");
        }
        if (name.startsWith(SHORTHAND)) {
            return shorthand(name.substring(SHORTHAND.length())).equalShares(file);
        }
        if (WITHOUT_PARAMETERS.contains(name) || name.contains(":")) {
            return ofMoneyOrVotes(Rule.parse(name));
        }
        if (RuleNames.has(name)) {
            return PbRules.of(file, name);
        }
        String problem = RuleNames.refusal(name);
        if (rule == null && name.equals(file.ruleName())) {
            throw new PbException(file.name(), 0, "rule", problem);
        }
        throw new IllegalArgumentException(problem);
    }

    private static Rule ofMoneyOrVotes(Rule rule) {
        if (rule instanceof MajorityJudgment || rule instanceof CouncilMotion) {
            throw new IllegalArgumentException("The rule " + rule.id() + " cannot count the ballots of a .pb file.");
        }
        return rule;
    }

    private EqualShares equalShares(PbFile file) {
        Completion raise = named(Completion.values(), completion == null ? "none" : completion, "completion");
        Step step = raise.steps() ? new Step(PbRules.unit(file), StepUnit.PER_VOTER) : Step.NONE;
        return new EqualShares(
                utility == null ? usual(file.voteType()) : named(Utility.values(), utility, "utility"),
                new Share(raise == Completion.ADD1 ? Start.FLOOR : Start.EXACT, step, true),
                raise,
                named(Then.values(), then == null ? "nothing" : then, "rule to fill up by"),
                comparison);
    }

    /**
     * Each part is a utility, a completion, the rule to fill up by, or {@code comparison}, as in {@code add1/greedy}.
     */
    private static RuleChoice shorthand(String parts) {
        RuleChoice choice = new RuleChoice();
        for (String part : parts.split("/", -1)) {
            if (part.equals("comparison")) {
                requireFirst(choice.comparison ? part : null, part, "comparison");
                choice.comparison = true;
            } else if (isSpelt(Utility.values(), part)) {
                requireFirst(choice.utility, part, "utility");
                choice.utility = part;
            } else if (isSpelt(Then.values(), part)) {
                requireFirst(choice.then, part, "rule to fill up by");
                choice.then = part;
            } else {
                requireFirst(choice.completion, part, "completion");
                choice.completion = part;
            }
        }
        return choice;
    }

    private static void requireFirst(@Nullable String earlier, String part, String sort) {
        if (earlier != null) {
            throw new IllegalArgumentException("The " + sort + " of mes is told twice: " + earlier + ", " + part + ".");
        }
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
