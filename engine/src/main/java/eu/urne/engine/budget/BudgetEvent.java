package eu.urne.engine.budget;

import java.time.LocalDate;

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
     */
    record PhaseAdvanced(BudgetId budget, Phase phase, String reason) implements BudgetEvent {}

    /** A phase that had not begun has another day. */
    record PhaseMoved(BudgetId budget, Phase phase, LocalDate day, String reason) implements BudgetEvent {}
}
