package eu.urne.engine.works;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import java.time.LocalDate;

/** What happens to the works of a proposal (docs/formats/events.md, section 7). */
public sealed interface WorksEvent {

    /** The budget to which the proposal was handed in. */
    BudgetId budget();

    /** The proposal. */
    ProposalId proposal();

    /**
     * The works of a proposal that has won are followed.
     *
     * @param cents what it was awarded
     */
    record WorksOpened(BudgetId budget, ProposalId proposal, long cents) implements WorksEvent {}

    /** A milestone is planned or done. */
    record MilestoneRecorded(BudgetId budget, ProposalId proposal, Milestone milestone) implements WorksEvent {}

    /** A milestone comes later; its title is always told. */
    record DelayRecorded(BudgetId budget, ProposalId proposal, Delay delay) implements WorksEvent {}

    /** Money was spent, or came back. */
    record ExpenseRecorded(BudgetId budget, ProposalId proposal, Expense expense) implements WorksEvent {}

    /** There is a picture more. */
    record PhotoAdded(BudgetId budget, ProposalId proposal, Photo photo) implements WorksEvent {}

    /** It was told what became of the proposal. */
    record FateTold(BudgetId budget, ProposalId proposal, String text) implements WorksEvent {}

    /**
     * Something is measured.
     *
     * @param from the day from which the first measure is waited for
     */
    record IndicatorDefined(BudgetId budget, ProposalId proposal, Indicator indicator, LocalDate from)
            implements WorksEvent {}

    /** A value of an indicator is known. */
    record MeasureRecorded(BudgetId budget, ProposalId proposal, Measure measure) implements WorksEvent {}
}
