package eu.urne.engine.works;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;

/** What happens to a line of the investment plan (docs/formats/events.md, section 7). */
public sealed interface PlanEvent {

    /** The line. */
    PlanLineId line();

    /** The line stands in the plan. */
    record PlanLineOpened(PlanLineId line, String title, int year, long cents) implements PlanEvent {}

    /**
     * The line pays for a proposal that has won.
     *
     * @param cents how much of the line
     * @param awarded what the proposal won in all
     */
    record DecidedWithCitizens(PlanLineId line, BudgetId budget, ProposalId proposal, long cents, long awarded)
            implements PlanEvent {}
}
