package eu.urne.engine.budget.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.budget.Budget;
import eu.urne.engine.budget.BudgetCommand;
import eu.urne.engine.budget.BudgetCommand.AdvancePhase;
import eu.urne.engine.budget.BudgetCommand.AwardRest;
import eu.urne.engine.budget.BudgetCommand.LapsePart;
import eu.urne.engine.budget.BudgetCommand.MovePhase;
import eu.urne.engine.budget.BudgetCommand.OpenBudget;
import eu.urne.engine.budget.BudgetCommand.PublishShortlist;
import eu.urne.engine.budget.BudgetEvent;
import eu.urne.engine.budget.BudgetEvent.BudgetOpened;
import eu.urne.engine.budget.BudgetEvent.PhaseAdvanced;
import eu.urne.engine.budget.BudgetEvent.PhaseMoved;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.poll.PollId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What happens to a budget on a command: pure, the same for the same state. */
public final class BudgetDecider {

    private BudgetDecider() {}

    /** The events that follow, or why not. */
    public static Decision<BudgetEvent> decide(Budget budget, BudgetCommand command) {
        return switch (command) {
            case OpenBudget open -> open(budget, open);
            case AdvancePhase advance -> advance(budget, advance);
            case MovePhase move -> move(budget, move);
            case PublishShortlist publish -> running(budget, publish, open -> PartDecider.publish(open, publish));
            case LapsePart lapse -> running(budget, lapse, open -> PartDecider.lapse(open, lapse));
            case AwardRest award -> running(budget, award, open -> PartDecider.award(open, award));
        };
    }

    private static Decision<BudgetEvent> running(
            Budget budget, BudgetCommand command, Function<Budget.Running, Decision<BudgetEvent>> decision) {
        return budget instanceof Budget.Running open ? decision.apply(open) : unknown(command);
    }

    private static Decision<BudgetEvent> open(Budget budget, OpenBudget command) {
        return switch (budget) {
            case Budget.Unopened unopened -> Decision.accept(new BudgetOpened(command.budget(), command.terms()));
            case Budget.Running running ->
                running.terms().equals(command.terms())
                        ? new Decision.Accepted<>(List.of())
                        : Decision.refuse(EXISTS, "the budget " + command.budget() + " exists with other terms");
        };
    }

    private static Decision<BudgetEvent> advance(Budget budget, AdvancePhase command) {
        if (!(budget instanceof Budget.Running running)) {
            return unknown(command);
        }
        BudgetTerms terms = running.terms();
        Phase phase = running.phase();
        if (phase == command.phase()) {
            return new Decision.Accepted<>(List.of());
        }
        if (phase.next().filter(command.phase()::equals).isEmpty()) {
            return Decision.refuse(
                    WRONG_STATE,
                    "phase: the budget " + command.budget() + " is in " + phase + "; "
                            + phase.next().map(next -> "next is " + next).orElse("nothing follows"));
        }
        if (command.phase() == Phase.VOTE && !running.undecided().isEmpty()) {
            return Decision.refuse(
                    WRONG_STATE,
                    "phase: VOTE needs a shortlist of every part, or its lapse; there is none of "
                            + String.join(", ", running.undecided()));
        }
        boolean early = command.atMs() < terms.calendar().beginMs(command.phase());
        if (early && command.reason().isBlank()) {
            return Decision.refuse(
                    WRONG_STATE,
                    "phase: " + command.phase() + " begins on "
                            + terms.calendar().day(command.phase()) + "; to begin before needs a reason");
        }
        Optional<Refusal> problem = Reasons.problem(command.reason());
        return problem.isPresent()
                ? new Decision.Refused<>(problem.get())
                : Decision.accept(new PhaseAdvanced(
                        command.budget(),
                        command.phase(),
                        early ? command.reason().strip() : "",
                        command.phase() == Phase.OUTCOME ? polls(running) : null));
    }

    private static List<PollId> polls(Budget.Running budget) {
        return budget.shortlists().keySet().stream()
                .map(budget.terms().budget()::poll)
                .toList();
    }

    private static Decision<BudgetEvent> move(Budget budget, MovePhase command) {
        if (!(budget instanceof Budget.Running running)) {
            return unknown(command);
        }
        BudgetTerms terms = running.terms();
        Phase phase = running.phase();
        if (command.phase().compareTo(phase) <= 0) {
            return Decision.refuse(WRONG_STATE, "phase: " + command.phase() + " has begun already and cannot be moved");
        }
        Optional<Refusal> problem =
                Reasons.problem(command.reason(), "a phase is moved with a reason, which is published");
        if (problem.isPresent()) {
            return new Decision.Refused<>(problem.get());
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
