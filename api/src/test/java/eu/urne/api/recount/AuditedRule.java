package eu.urne.api.recount;

import eu.urne.audit.tally.Rule.Completion;
import eu.urne.audit.tally.Rule.Form;
import eu.urne.audit.tally.Rule.Step;
import eu.urne.engine.tally.CouncilMotion;
import eu.urne.engine.tally.Earmarked;
import eu.urne.engine.tally.Election;
import eu.urne.engine.tally.EqualShares;
import eu.urne.engine.tally.MajorityJudgment;
import eu.urne.engine.tally.MostVotes;
import eu.urne.engine.tally.Phragmen;
import eu.urne.engine.tally.Rule;
import eu.urne.engine.tally.TieBreak;
import java.util.List;

/** Rules and methods for ties of the engine as the verifier names them. */
final class AuditedRule {

    private AuditedRule() {}

    static eu.urne.audit.tally.TieBreak of(TieBreak tieBreak) {
        return eu.urne.audit.tally.TieBreak.parse(tieBreak.text()).orElseThrow();
    }

    static eu.urne.audit.tally.Rule of(Rule rule, Election election) {
        return switch (rule) {
            case Rule.Greedy greedy -> byScore(greedy, election);
            case EqualShares shares -> shares(shares);
            case Phragmen phragmen -> new eu.urne.audit.tally.Rule.Phragmen(phragmen.skips());
            case MostVotes most ->
                new eu.urne.audit.tally.Rule.MostVotes(most.form() == MostVotes.Form.PLURALITY, most.seats());
            case MajorityJudgment judgment -> new eu.urne.audit.tally.Rule.MajorityJudgment();
            case CouncilMotion motion -> motion(motion);
            case Earmarked earmarked -> throw new IllegalArgumentException("no rule of polls");
        };
    }

    private static eu.urne.audit.tally.Rule byScore(Rule.Greedy rule, Election election) {
        Form form =
                switch (rule.form()) {
                    case PLAIN -> Form.GREEDY;
                    case NO_SKIP -> Form.NO_SKIP;
                    case THRESHOLD -> Form.THRESHOLD;
                    case EXCLUSIVE -> Form.EXCLUSIVE;
                    case RESERVE -> Form.CUSTOM;
                    case PER_COST -> Form.PER_COST;
                    case KNAPSACK -> Form.KNAPSACK;
                    case POINTS -> Form.POINTS;
                    case BORDA -> Form.BORDA;
                    case BORDA_PER_COST -> Form.BORDA_PER_COST;
                };
        List<eu.urne.audit.tally.Rule.Conflict> conflicts = rule.conflicts().stream()
                .map(pair -> new eu.urne.audit.tally.Rule.Conflict(
                        election.options().get(pair.first()).id(),
                        election.options().get(pair.second()).id()))
                .toList();
        return new eu.urne.audit.tally.Rule.ByScore(form, rule.minimum(), conflicts);
    }

    private static eu.urne.audit.tally.Rule shares(EqualShares rule) {
        Completion completion =
                switch (rule.completion()) {
                    case NONE -> Completion.NONE;
                    case ADD1 -> Completion.ADD1;
                    case ADD1_EXHAUSTIVE -> Completion.ADD1_EXHAUSTIVE;
                    case NEXT -> throw new IllegalArgumentException("no completion of polls");
                };
        eu.urne.audit.tally.Rule.Then then =
                switch (rule.then()) {
                    case NOTHING -> eu.urne.audit.tally.Rule.Then.NONE;
                    case GREEDY -> eu.urne.audit.tally.Rule.Then.GREEDY;
                    case PHRAGMEN -> eu.urne.audit.tally.Rule.Then.PHRAGMEN;
                };
        return new eu.urne.audit.tally.Rule.EqualShares(
                utility(rule.utility()),
                rule.share().start() == EqualShares.Start.FLOOR,
                rule.share().blanks(),
                completion,
                step(rule.share().step()),
                then,
                rule.comparison());
    }

    private static eu.urne.audit.tally.Rule.Utility utility(EqualShares.Utility utility) {
        return switch (utility) {
            case COST -> eu.urne.audit.tally.Rule.Utility.COST;
            case CARDINALITY -> eu.urne.audit.tally.Rule.Utility.CARDINALITY;
            case SQRT_COST -> eu.urne.audit.tally.Rule.Utility.SQRT_COST;
            case POINTS -> eu.urne.audit.tally.Rule.Utility.POINTS;
            case BORDA -> eu.urne.audit.tally.Rule.Utility.BORDA;
        };
    }

    private static Step step(EqualShares.Step step) {
        return switch (step.unit()) {
            case NOTHING -> new Step.None();
            case PER_VOTER -> new Step.Cents(step.amount());
            case PERCENT_OF_BUDGET -> new Step.Percent(step.amount());
        };
    }

    private static eu.urne.audit.tally.Rule motion(CouncilMotion rule) {
        eu.urne.audit.tally.Rule.Majority majority =
                switch (rule.majority()) {
                    case SIMPLE -> eu.urne.audit.tally.Rule.Majority.SIMPLE;
                    case ABSOLUTE -> eu.urne.audit.tally.Rule.Majority.ABSOLUTE;
                    case TWO_THIRDS -> eu.urne.audit.tally.Rule.Majority.TWO_THIRDS;
                    case UNANIMITY -> eu.urne.audit.tally.Rule.Majority.UNANIMITY;
                };
        eu.urne.audit.tally.Rule.Casting casting =
                switch (rule.casting()) {
                    case NONE -> eu.urne.audit.tally.Rule.Casting.NONE;
                    case FOR -> eu.urne.audit.tally.Rule.Casting.FOR;
                    case AGAINST -> eu.urne.audit.tally.Rule.Casting.AGAINST;
                };
        return new eu.urne.audit.tally.Rule.CouncilMotion(majority, rule.members(), rule.quorum(), casting);
    }
}
