package eu.urne.engine.budget;

import eu.urne.engine.poll.PollDefinition;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a budget. */
public sealed interface BudgetCommand {

    /** The budget that is asked. */
    BudgetId budget();

    /** Name of the budget's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return budget().stream();
    }

    /** Open a budget. */
    record OpenBudget(BudgetTerms terms) implements BudgetCommand {
        @Override
        public BudgetId budget() {
            return terms.budget();
        }
    }

    /**
     * Go on to the next phase.
     *
     * @param phase the phase to go to, so that a repetition does not go further
     * @param reason why it comes before its day; empty if its day has come
     * @param atMs the moment of the command, milliseconds since the epoch
     */
    record AdvancePhase(BudgetId budget, Phase phase, String reason, long atMs) implements BudgetCommand {}

    /**
     * Put the beginning of a phase to another day.
     *
     * @param phase one that has not begun
     * @param reason that is published
     */
    record MovePhase(BudgetId budget, Phase phase, LocalDate day, String reason) implements BudgetCommand {}

    /**
     * Freeze what is voted on in a part of a budget.
     *
     * @param part id of the part
     * @param definition of the poll, as it will be defined
     * @param candidates in the order of its options
     */
    record PublishShortlist(BudgetId budget, String part, PollDefinition definition, List<Candidate> candidates)
            implements BudgetCommand {
        /** Keeps the list as it is. */
        public PublishShortlist {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Give up a part for which there is nothing to vote on; its money goes to the rest.
     *
     * @param reason that is published
     */
    record LapsePart(BudgetId budget, String part, String reason) implements BudgetCommand {}

    /** Spend the common rest; the polls of the budget have come out as given. */
    record AwardRest(BudgetId budget, List<PartResult> results) implements BudgetCommand {
        /** Keeps the list as it is. */
        public AwardRest {
            results = List.copyOf(results);
        }
    }
}
