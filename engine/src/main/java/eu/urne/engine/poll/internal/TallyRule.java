package eu.urne.engine.poll.internal;

import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.MotionRule;
import eu.urne.engine.poll.PollDefinition;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.poll.SharesRule;
import eu.urne.engine.tally.CouncilMotion;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.MajorityJudgment;
import eu.urne.engine.tally.MostVotes;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule of a definition as the tally knows it. */
final class TallyRule {

    private TallyRule() {}

    static Rule of(PollDefinition definition) {
        return switch (definition.terms().rule()) {
            case CountingRule.Greedy greedy -> Rule.Greedy.plain();
            case CountingRule.GreedyNoSkip rule -> greedy(Rule.Form.NO_SKIP, rule.threshold());
            case CountingRule.GreedyThreshold rule -> Rule.Greedy.threshold(rule.threshold());
            case CountingRule.GreedyExclusive rule -> exclusive(rule, definition);
            case CountingRule.GreedyCustom rule -> greedy(Rule.Form.RESERVE, rule.threshold());
            case CountingRule.GreedyPerCost rule -> greedy(Rule.Form.PER_COST, rule.threshold());
            case CountingRule.GreedyKnapsack rule -> greedy(Rule.Form.KNAPSACK, rule.threshold());
            case CountingRule.GreedyPoints rule -> greedy(Rule.Form.POINTS, rule.threshold());
            case CountingRule.GreedyBorda rule -> greedy(Rule.Form.BORDA, rule.threshold());
            case CountingRule.GreedyBordaPerCost rule -> greedy(Rule.Form.BORDA_PER_COST, rule.threshold());
            case SharesRule rule -> shares(rule);
            case CountingRule.Phragmen rule -> Phragmen.stopping();
            case CountingRule.PhragmenSkip rule -> Phragmen.skipping();
            case CountingRule.Plurality rule -> MostVotes.plurality();
            case CountingRule.ApprovalK rule -> MostVotes.approval(rule.seats());
            case CountingRule.MajorityJudgment rule ->
                judgment(definition.terms().limits());
            case MotionRule rule -> motion(rule);
        };
    }

    private static Rule greedy(Rule.Form form, @Nullable Long threshold) {
        return new Rule.Greedy(form, threshold == null ? 0 : threshold, List.of());
    }

    private static Rule exclusive(CountingRule.GreedyExclusive rule, PollDefinition definition) {
        List<String> ids = definition.options().stream().map(PollOption::id).toList();
        List<Rule.Conflict> conflicts = rule.conflicts().stream()
                .map(pair -> new Rule.Conflict(ids.indexOf(pair.get(0)), ids.indexOf(pair.get(1))))
                .toList();
        return new Rule.Greedy(Rule.Form.EXCLUSIVE, rule.threshold() == null ? 0 : rule.threshold(), conflicts);
    }

    private static Rule shares(SharesRule rule) {
        EqualShares.Utility utility =
                switch (rule.utility()) {
                    case COST -> EqualShares.Utility.COST;
                    case CARDINALITY -> EqualShares.Utility.CARDINALITY;
                    case SQRT_COST -> EqualShares.Utility.SQRT_COST;
                    case POINTS -> EqualShares.Utility.POINTS;
                    case BORDA -> EqualShares.Utility.BORDA;
                };
        EqualShares.Completion completion =
                switch (rule.completion()) {
                    case NONE -> EqualShares.Completion.NONE;
                    case ADD1 -> EqualShares.Completion.ADD1;
                    case ADD1_EXHAUSTIVE -> EqualShares.Completion.ADD1_EXHAUSTIVE;
                };
        EqualShares.Then then =
                switch (rule.then()) {
                    case NONE -> EqualShares.Then.NOTHING;
                    case GREEDY -> EqualShares.Then.GREEDY;
                    case PHRAGMEN -> EqualShares.Then.PHRAGMEN;
                };
        EqualShares.Start start =
                switch (rule.start()) {
                    case EXACT -> EqualShares.Start.EXACT;
                    case FLOOR -> EqualShares.Start.FLOOR;
                };
        boolean blanks = rule.voters() == SharesRule.Voters.ALL;
        boolean compared = rule.comparison() == SharesRule.Comparison.GREEDY;
        EqualShares.Share share = new EqualShares.Share(start, step(rule), blanks);
        return new EqualShares(utility, share, completion, then, compared);
    }

    private static EqualShares.Step step(SharesRule rule) {
        if (rule.step() != null) {
            return new EqualShares.Step(rule.step(), EqualShares.StepUnit.PER_VOTER);
        }
        return rule.stepPercent() == null
                ? EqualShares.Step.NONE
                : new EqualShares.Step(rule.stepPercent(), EqualShares.StepUnit.PERCENT_OF_BUDGET);
    }

    private static Rule judgment(BallotKind kind) {
        if (kind instanceof BallotKind.Grades grades) {
            return new MajorityJudgment(grades.grades());
        }
        throw new IllegalArgumentException("majority judgment counts no ballots of the kind " + kind.text());
    }

    private static Rule motion(MotionRule rule) {
        CouncilMotion.Majority majority =
                switch (rule.majority()) {
                    case SIMPLE -> CouncilMotion.Majority.SIMPLE;
                    case ABSOLUTE -> CouncilMotion.Majority.ABSOLUTE;
                    case TWO_THIRDS -> CouncilMotion.Majority.TWO_THIRDS;
                    case UNANIMITY -> CouncilMotion.Majority.UNANIMITY;
                };
        CouncilMotion.Casting casting =
                switch (rule.casting()) {
                    case NONE -> CouncilMotion.Casting.NONE;
                    case FOR -> CouncilMotion.Casting.FOR;
                    case AGAINST -> CouncilMotion.Casting.AGAINST;
                };
        return new CouncilMotion(majority, rule.members(), rule.quorum(), casting);
    }
}
