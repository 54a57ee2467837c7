package eu.urne.engine.budget;

import eu.urne.engine.poll.Hash;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.poll.Presentation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a budget (docs/formats/events.md, section 6). */
public sealed interface BudgetEvent {

    /** The budget it happens to. */
    BudgetId budget();

    /** The budget exists, in the phase {@link Phase#KICK_OFF}. */
    record BudgetOpened(BudgetId budget, BudgetTerms terms) implements BudgetEvent {}

    /**
     * Another phase has begun.
     *
     * @param reason why before its day; "" if its day had come
     * @param polls the budget's polls, all of them closed, where {@link Phase#OUTCOME} begins; null for other phases
     */
    record PhaseAdvanced(
            BudgetId budget,
            Phase phase,
            String reason,
            @Nullable List<PollId> polls) implements BudgetEvent {}

    /** A phase that had not begun has another day. */
    record PhaseMoved(BudgetId budget, Phase phase, LocalDate day, String reason) implements BudgetEvent {}

    /**
     * What is voted on in a part is frozen.
     *
     * @param definition hash of the poll's definition
     * @param proposals its options, in the order of the definition
     */
    record ShortlistPublished(
            BudgetId budget, String part, PollId poll, Hash definition, Presentation order, List<ProposalId> proposals)
            implements BudgetEvent {}

    /** There is nothing to vote on in a part; its money goes to the rest. */
    record PartLapsed(BudgetId budget, String part, String reason) implements BudgetEvent {}

    /**
     * The common rest is spent.
     *
     * @param cents what there was to spend
     * @param left what is left of it
     * @param polls those that were counted for it
     * @param awarded in the order in which they were taken
     */
    record RestAwarded(BudgetId budget, long cents, long left, List<PollId> polls, List<Award> awarded)
            implements BudgetEvent {}

    /** A proposal that is paid from the common rest. */
    record Award(ProposalId proposal, String part, long cents) {}
}
