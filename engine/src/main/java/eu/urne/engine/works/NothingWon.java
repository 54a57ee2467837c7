package eu.urne.engine.works;

import eu.urne.engine.Refusal;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;

/** Why nothing is recorded of works that nobody voted for. */
public final class NothingWon {

    private NothingWon() {}

    /** The refusal for a proposal. */
    public static Refusal refusal(BudgetId budget, ProposalId proposal) {
        return new Refusal(
                Refusal.Reason.WRONG_STATE,
                "proposal: " + proposal + " has won nothing in the budget " + budget
                        + ", or its outcome is not declared yet");
    }
}
