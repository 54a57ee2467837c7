package eu.urne.engine.works;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a line of the investment plan. */
public sealed interface PlanCommand {

    /** The line. */
    PlanLineId line();

    /** Name of the line's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return line().stream();
    }

    /** Put a line into the plan. */
    record OpenPlanLine(PlanLine terms) implements PlanCommand {
        @Override
        public PlanLineId line() {
            return terms.line();
        }
    }

    /**
     * Tell that a line, or a part of it, was decided with citizens: it pays for a proposal that has won.
     *
     * @param cents how much of the line
     * @param awarded what the proposal won in all
     */
    record DecideWithCitizens(PlanLineId line, BudgetId budget, ProposalId proposal, long cents, long awarded)
            implements PlanCommand {}
}
