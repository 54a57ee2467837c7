package eu.urne.engine.budget;

import eu.urne.engine.budget.BudgetEvent.BudgetOpened;
import eu.urne.engine.budget.BudgetEvent.PhaseAdvanced;
import eu.urne.engine.budget.BudgetEvent.PhaseMoved;

/** The states of a budget. */
public sealed interface Budget {

    /** Nothing of that name yet. */
    record Unopened() implements Budget {}

    /** Open, in one of its phases. */
    record Running(BudgetTerms terms, Phase phase) implements Budget {}

    /** The state after an event. */
    default Budget after(BudgetEvent event) {
        return switch (event) {
            case BudgetOpened opened -> new Running(opened.terms(), Phase.KICK_OFF);
            case PhaseAdvanced advanced -> new Running(running().terms(), advanced.phase());
            case PhaseMoved moved ->
                new Running(
                        running().terms().with(running().terms().calendar().moved(moved.phase(), moved.day())),
                        running().phase());
        };
    }

    private Running running() {
        if (this instanceof Running running) {
            return running;
        }
        throw new IllegalStateException("the budget is not open");
    }
}
