package eu.urne.engine.budget;

import eu.urne.engine.budget.internal.BudgetGuard;
import eu.urne.engine.budget.internal.ProposalGuard;
import eu.urne.engine.store.Condition;
import java.util.List;

/** What other contexts demand of a budget at the moment when something of theirs gets its place in the log. */
public final class BudgetConditions {

    private BudgetConditions() {}

    /**
     * That the budget is in one of the phases from one up to the end of another.
     *
     * @param what is allowed then, in words that fit before "from the phase"
     */
    public static List<Condition> between(BudgetId budget, Phase first, Phase last, String what) {
        return BudgetGuard.between(budget, first, last, what);
    }

    /** That the proposal was handed in to the budget. */
    public static Condition exists(BudgetId budget, ProposalId proposal) {
        return ProposalGuard.exists(budget, proposal);
    }
}
