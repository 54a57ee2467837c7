package eu.urne.api.replay;

import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.SharesRule;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rule of a published election as a definition tells it. */
final class ReplayedRule {

    private ReplayedRule() {}

    /**
     * The rule, if polls have it.
     *
     * @param options ids in the order of the file
     * @param cents turns minor units of the file into cents
     */
    static Optional<CountingRule> of(Rule rule, List<String> options, LongUnaryOperator cents) {
        if (rule instanceof Rule.Greedy greedy) {
            return Optional.of(byScore(greedy, options));
        }
        return rule instanceof EqualShares shares ? Optional.of(shares(shares, cents)) : Optional.empty();
    }

    private static CountingRule byScore(Rule.Greedy rule, List<String> options) {
        Long threshold = rule.minimum() > 0 ? rule.minimum() : null;
        return switch (rule.form()) {
            case PLAIN -> threshold == null ? new CountingRule.Greedy() : new CountingRule.GreedyThreshold(threshold);
            case NO_SKIP -> new CountingRule.GreedyNoSkip(threshold);
            case THRESHOLD -> new CountingRule.GreedyThreshold(rule.minimum());
            case EXCLUSIVE -> new CountingRule.GreedyExclusive(conflicts(rule, options), threshold);
            case RESERVE -> new CountingRule.GreedyCustom(threshold);
            case PER_COST -> new CountingRule.GreedyPerCost(threshold);
            case KNAPSACK -> new CountingRule.GreedyKnapsack(threshold);
            case POINTS -> new CountingRule.GreedyPoints(threshold);
            case BORDA -> new CountingRule.GreedyBorda(threshold);
            case BORDA_PER_COST -> new CountingRule.GreedyBordaPerCost(threshold);
        };
    }

    private static List<List<String>> conflicts(Rule.Greedy rule, List<String> options) {
        return rule.conflicts().stream()
                .map(conflict -> Stream.of(conflict.first(), conflict.second())
                        .map(options::get)
                        .sorted()
                        .toList())
                .toList();
    }

    private static CountingRule shares(EqualShares rule, LongUnaryOperator cents) {
        SharesRule.Utility utility =
                switch (rule.utility()) {
                    case COST -> SharesRule.Utility.COST;
                    case CARDINALITY -> SharesRule.Utility.CARDINALITY;
                    case SQRT_COST -> SharesRule.Utility.SQRT_COST;
                    case POINTS -> SharesRule.Utility.POINTS;
                    case BORDA -> SharesRule.Utility.BORDA;
                };
        SharesRule.Completion completion =
                switch (rule.completion()) {
                    case NONE -> SharesRule.Completion.NONE;
                    case ADD1 -> SharesRule.Completion.ADD1;
                    case ADD1_EXHAUSTIVE -> SharesRule.Completion.ADD1_EXHAUSTIVE;
                    case NEXT -> throw new IllegalArgumentException("no poll raises the share by completion=next");
                };
        SharesRule.Then then =
                switch (rule.then()) {
                    case NOTHING -> SharesRule.Then.NONE;
                    case GREEDY -> SharesRule.Then.GREEDY;
                    case PHRAGMEN -> SharesRule.Then.PHRAGMEN;
                };
        EqualShares.Step step = rule.share().step();
        boolean exact = rule.share().start() == EqualShares.Start.EXACT;
        return new SharesRule(
                utility,
                exact ? SharesRule.Start.EXACT : SharesRule.Start.FLOOR,
                rule.share().blanks() ? SharesRule.Voters.ALL : SharesRule.Voters.VOTING,
                completion,
                amount(step, EqualShares.StepUnit.PER_VOTER, cents),
                amount(step, EqualShares.StepUnit.PERCENT_OF_BUDGET, LongUnaryOperator.identity()),
                then,
                rule.comparison() ? SharesRule.Comparison.GREEDY : SharesRule.Comparison.NONE);
    }

    private static @Nullable Long amount(
            EqualShares.Step step, EqualShares.StepUnit unit, LongUnaryOperator conversion) {
        return step.unit() == unit ? conversion.applyAsLong(step.amount()) : null;
    }
}
