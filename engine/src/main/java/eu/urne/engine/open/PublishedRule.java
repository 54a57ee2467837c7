package eu.urne.engine.open;

import eu.urne.engine.poll.OpenedPoll;
import eu.urne.engine.poll.PollOption;
import eu.urne.engine.tally.CouncilMotion;
import eu.urne.engine.tally.Earmarked;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.EqualShares.Share;
import eu.urne.engine.tally.EqualShares.Step;
import eu.urne.engine.tally.EqualShares.StepUnit;
import eu.urne.engine.tally.EqualShares.Utility;
import eu.urne.engine.tally.MajorityJudgment;
import eu.urne.engine.tally.MostVotes;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The rule of a poll as META names it.
 *
 * @param name the name of the format, where it has one; else that of docs/rules.md, with parameters
 * @param isOfFormat whether it is one of the format's
 * @param threshold the least score, where there is one
 * @param amounts how amounts are written, so that the rule's steps can be
 */
record PublishedRule(String name, boolean isOfFormat, Optional<Long> threshold, PublishedAmounts amounts) {

    private static final long UNIT_CENTS = 100;
    private static final String UNKNOWN = "unknown";

    static PublishedRule of(OpenedPoll poll, PublishedProjects projects) {
        LongStream amounts = LongStream.concat(
                LongStream.of(poll.definition().terms().budgetCents()),
                poll.definition().options().stream().mapToLong(PollOption::cost));
        Rule rule = poll.rule();
        Step step = rule instanceof EqualShares shares ? shares.share().step() : Step.NONE;
        PublishedAmounts written = PublishedAmounts.of(amounts, step.unit() == StepUnit.PER_VOTER ? step.amount() : 0);
        return switch (rule) {
            case Rule.Greedy greedy -> greedy(greedy, written);
            case EqualShares shares -> shares(shares, written);
            case Phragmen phragmen -> ours(phragmen, written);
            case MostVotes most -> ours(most, written);
            case MajorityJudgment judgment -> new PublishedRule(UNKNOWN, false, Optional.empty(), written);
            case CouncilMotion motion -> throw new IllegalArgumentException("the format has no motions");
            case Earmarked earmarked -> throw new IllegalArgumentException("no rule of a poll earmarks money");
        };
    }

    private static PublishedRule ours(Rule rule, PublishedAmounts amounts) {
        return new PublishedRule(rule.text(), false, Optional.empty(), amounts);
    }

    private static PublishedRule greedy(Rule.Greedy rule, PublishedAmounts amounts) {
        Optional<Long> threshold = rule.minimum() > 0 || rule.form() == Rule.Form.THRESHOLD
                ? Optional.of(rule.minimum())
                : Optional.empty();
        boolean ofFormat =
                switch (rule.form()) {
                    // baskets and points are greedy: what a ballot says is told by the vote type
                    case PLAIN, KNAPSACK, POINTS, NO_SKIP, THRESHOLD, EXCLUSIVE, RESERVE -> true;
                    case PER_COST, BORDA, BORDA_PER_COST -> false;
                };
        String name =
                switch (rule.form()) {
                    case PLAIN, KNAPSACK, POINTS ->
                        (threshold.isPresent() ? Rule.Form.THRESHOLD : Rule.Form.PLAIN).id();
                    case NO_SKIP, THRESHOLD, EXCLUSIVE, RESERVE, PER_COST, BORDA, BORDA_PER_COST ->
                        rule.form().id();
                };
        return new PublishedRule(name, ofFormat, threshold, amounts);
    }

    private static PublishedRule shares(EqualShares rule, PublishedAmounts amounts) {
        EqualShares add1 = EqualShares.add1(Utility.COST, UNIT_CENTS);
        if (rule.equals(add1)) {
            return new PublishedRule("equalshares/add1", true, Optional.empty(), amounts);
        }
        if (rule.equals(add1.compared())) {
            return new PublishedRule("equalshares/add1-comparison", true, Optional.empty(), amounts);
        }
        Share share = rule.share();
        Step step = share.step().unit() == StepUnit.PER_VOTER
                ? new Step(amounts.units(share.step().amount()), StepUnit.PER_VOTER)
                : share.step();
        EqualShares told = new EqualShares(
                rule.utility(),
                new Share(share.start(), step, share.blanks()),
                rule.completion(),
                rule.then(),
                rule.comparison());
        return ours(told, amounts);
    }
}
