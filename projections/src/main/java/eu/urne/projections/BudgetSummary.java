package eu.urne.projections;

import eu.urne.engine.budget.Audience;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.poll.Money;

/**
 * A budget in a list.
 *
 * @param title as the city words it
 * @param demonstration whether it only shows how things are done
 */
public record BudgetSummary(
        BudgetId budget, String title, Audience audience, Phase phase, Money amount, boolean demonstration) {}
