package eu.urne.engine;

import eu.urne.engine.poll.BallotKind;
import eu.urne.engine.poll.CountingRule;
import eu.urne.engine.poll.MotionRule;
import eu.urne.engine.poll.SharesRule;
import java.util.Map;
import java.util.TreeMap;

/** Each rule beyond the first four, its optional members and every value of a member in one example at least. */
final class RuleExamples {

    /** A rule with a kind of ballots that it counts. */
    record Example(BallotKind kind, CountingRule rule) {}

    private static final BallotKind APPROVAL = new BallotKind.Approval(3);
    private static final BallotKind POINTS = new BallotKind.Points(3, 9);
    private static final BallotKind RANKING = new BallotKind.Ranking(3);

    private RuleExamples() {}

    /** The examples by a name of their own. */
    static Map<String, Example> all() {
        Map<String, Example> all = new TreeMap<>();
        all.put("custom", new Example(APPROVAL, new CountingRule.GreedyCustom(null)));
        all.put("per-cost", new Example(APPROVAL, new CountingRule.GreedyPerCost(3L)));
        all.put("knapsack", new Example(new BallotKind.Knapsack(), new CountingRule.GreedyKnapsack(null)));
        all.put("points", new Example(POINTS, new CountingRule.GreedyPoints(4L)));
        all.put("borda", new Example(RANKING, new CountingRule.GreedyBorda(null)));
        all.put("borda-per-cost", new Example(RANKING, new CountingRule.GreedyBordaPerCost(5L)));
        all.put("phragmen", new Example(APPROVAL, new CountingRule.Phragmen()));
        all.put("phragmen-skip", new Example(APPROVAL, new CountingRule.PhragmenSkip()));
        all.put("plurality", new Example(new BallotKind.Favourite(), new CountingRule.Plurality()));
        all.put("approval-k", new Example(APPROVAL, new CountingRule.ApprovalK(2)));
        all.put("judgment", new Example(new BallotKind.Grades(5), new CountingRule.MajorityJudgment()));
        all.put("motion-simple", motion(MotionRule.Majority.SIMPLE, 0, MotionRule.Casting.FOR));
        all.put("motion-against", motion(MotionRule.Majority.SIMPLE, 0, MotionRule.Casting.AGAINST));
        all.put("motion-absolute", motion(MotionRule.Majority.ABSOLUTE, 35, MotionRule.Casting.NONE));
        all.put("motion-two-thirds", motion(MotionRule.Majority.TWO_THIRDS, 35, MotionRule.Casting.NONE));
        all.put("motion-unanimity", motion(MotionRule.Majority.UNANIMITY, 35, MotionRule.Casting.NONE));
        all.put("mes-plain", new Example(APPROVAL, plainShares()));
        all.put("mes-city", new Example(APPROVAL, cityShares()));
        all.put("mes-cardinality", new Example(APPROVAL, risingShares(SharesRule.Utility.CARDINALITY)));
        all.put("mes-points", new Example(POINTS, risingShares(SharesRule.Utility.POINTS)));
        all.put("mes-borda", new Example(RANKING, risingShares(SharesRule.Utility.BORDA)));
        return all;
    }

    private static Example motion(MotionRule.Majority majority, long members, MotionRule.Casting casting) {
        return new Example(new BallotKind.Motion(), new MotionRule(majority, members, 18, casting));
    }

    private static SharesRule plainShares() {
        return new SharesRule(
                SharesRule.Utility.SQRT_COST,
                SharesRule.Start.EXACT,
                SharesRule.Voters.VOTING,
                SharesRule.Completion.NONE,
                null,
                null,
                SharesRule.Then.PHRAGMEN,
                SharesRule.Comparison.NONE);
    }

    private static SharesRule cityShares() {
        return new SharesRule(
                SharesRule.Utility.COST,
                SharesRule.Start.FLOOR,
                SharesRule.Voters.ALL,
                SharesRule.Completion.ADD1,
                100L,
                null,
                SharesRule.Then.NONE,
                SharesRule.Comparison.GREEDY);
    }

    private static SharesRule risingShares(SharesRule.Utility utility) {
        return new SharesRule(
                utility,
                SharesRule.Start.EXACT,
                SharesRule.Voters.ALL,
                SharesRule.Completion.ADD1_EXHAUSTIVE,
                null,
                1L,
                SharesRule.Then.GREEDY,
                SharesRule.Comparison.NONE);
    }
}
