package eu.urne.engine.works;

import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.ProposalId;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What can be asked of the works of a proposal. The first of what is recorded of them opens the works; until then, and
 * with it, {@code awarded} tells how many cents the proposal has won.
 */
public sealed interface WorksCommand {

    /** The budget to which the proposal was handed in. */
    BudgetId budget();

    /** The proposal. */
    ProposalId proposal();

    /** Name of the stream of the works, which is their aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return stream(budget(), proposal());
    }

    /** Name of the stream of the works of a proposal. */
    static String stream(BudgetId budget, ProposalId proposal) {
        return "works/" + budget + "/" + proposal;
    }

    /**
     * Plan a milestone, or tell that it is done.
     *
     * @param today the day of the command in the city
     */
    record RecordMilestone(BudgetId budget, ProposalId proposal, long awarded, Milestone milestone, LocalDate today)
            implements WorksCommand {}

    /** Put a milestone to a later day. */
    record RecordDelay(BudgetId budget, ProposalId proposal, long awarded, Delay delay) implements WorksCommand {}

    /**
     * Tell what was spent.
     *
     * @param today the day of the command in the city
     */
    record RecordExpense(BudgetId budget, ProposalId proposal, long awarded, Expense expense, LocalDate today)
            implements WorksCommand {}

    /** Show a picture. */
    record AddPhoto(BudgetId budget, ProposalId proposal, long awarded, Photo photo) implements WorksCommand {}

    /** Tell what became of a proposal, whether it won or not; the latest telling stands. */
    record TellFate(BudgetId budget, ProposalId proposal, Fate fate) implements WorksCommand {}

    /**
     * Begin to measure something.
     *
     * @param from the day from which the first measure is waited for
     */
    record DefineIndicator(BudgetId budget, ProposalId proposal, long awarded, Indicator indicator, LocalDate from)
            implements WorksCommand {}

    /**
     * Tell a value of an indicator; a later telling for the same day takes its place.
     *
     * @param today the day of the command in the city
     */
    record RecordMeasure(BudgetId budget, ProposalId proposal, long awarded, Measure measure, LocalDate today)
            implements WorksCommand {}
}
