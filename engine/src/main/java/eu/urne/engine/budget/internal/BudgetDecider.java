package eu.urne.engine.budget.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.budget.Budget;
import eu.urne.engine.budget.BudgetCommand;
import eu.urne.engine.budget.BudgetCommand.AdvancePhase;
import eu.urne.engine.budget.BudgetCommand.MovePhase;
import eu.urne.engine.budget.BudgetCommand.OpenBudget;
import eu.urne.engine.budget.BudgetEvent;
import eu.urne.engine.budget.BudgetEvent.BudgetOpened;
import eu.urne.engine.budget.BudgetEvent.PhaseAdvanced;
import eu.urne.engine.budget.BudgetEvent.PhaseMoved;
import eu.urne.engine.budget.Phase;
import java.util.List;

/** What happens to a budget on a command: pure, the same for the same state. */
public final class BudgetDecider {

    private BudgetDecider() {}

    /** The events that follow, or why not. */
    public static Decision<BudgetEvent> decide(Budget budget, BudgetCommand command) {
        return switch (command) {
            case OpenBudget open -> open(budget, open);
            case AdvancePhase advance -> advance(budget, advance);
            case MovePhase move -> move(budget, move);
        };
    }

    private static Decision<BudgetEvent> open(Budget budget, OpenBudget command) {
        return switch (budget) {
            case Budget.Unopened unopened -> Decision.accept(new BudgetOpened(command.budget(), command.terms()));
            case Budget.Running(var terms, var phase) ->
                terms.equals(command.terms())
                        ? new Decision.Accepted<>(List.of())
                        : Decision.refuse(EXISTS, "the budget " + command.budget() + " exists with other terms");
        };
    }

    private static Decision<BudgetEvent> advance(Budget budget, AdvancePhase command) {
        if (!(budget instanceof Budget.Running(var terms, Phase phase))) {
            return unknown(command);
        }
        if (phase == command.phase()) {
            return new Decision.Accepted<>(List.of());
        }
        if (phase.next().filter(command.phase()::equals).isEmpty()) {
            return Decision.refuse(
                    WRONG_STATE,
                    "phase: the budget " + command.budget() + " is in " + phase + "; "
                            + phase.next().map(next -> "next is " + next).orElse("nothing follows"));
        }
        boolean early = command.atMs() < terms.calendar().beginMs(command.phase());
        if (early && command.reason().isBlank()) {
            return Decision.refuse(
                    WRONG_STATE,
                    "phase: " + command.phase() + " begins on "
                            + terms.calendar().day(command.phase()) + "; to begin before needs a reason");
        }
        return Decision.accept(new PhaseAdvanced(
                command.budget(), command.phase(), early ? command.reason().strip() : ""));
    }

    private static Decision<BudgetEvent> move(Budget budget, MovePhase command) {
        if (!(budget instanceof Budget.Running(var terms, Phase phase))) {
            return unknown(command);
        }
        if (command.phase().compareTo(phase) <= 0) {
            return Decision.refuse(WRONG_STATE, "phase: " + command.phase() + " has begun already and cannot be moved");
        }
        if (command.reason().isBlank()) {
            return Decision.refuse(INVALID, "reason: a phase is moved with a reason, which is published");
        }
        if (command.day().equals(terms.calendar().day(command.phase()))) {
            return new Decision.Accepted<>(List.of());
        }
        try {
            terms.calendar().moved(command.phase(), command.day());
        } catch (IllegalArgumentException e) {
            return Decision.refuse(INVALID, String.valueOf(e.getMessage()));
        }
        return Decision.accept(new PhaseMoved(
                command.budget(),
                command.phase(),
                command.day(),
                command.reason().strip()));
    }

    private static Decision<BudgetEvent> unknown(BudgetCommand command) {
        return Decision.refuse(UNKNOWN, "there is no budget " + command.budget());
    }
}
