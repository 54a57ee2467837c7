package eu.urne.engine.roll;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.store.Claim;

/** What the register log establishes for others. */
public final class RollClaims {

    private RollClaims() {}

    /** A guardian has consented that this person takes part in the budget. */
    public static Claim consented(BudgetId budget, Person person) {
        return Claim.of("consented:" + budget + ":" + person);
    }
}
