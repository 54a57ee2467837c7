package eu.urne.engine.works.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;

import eu.urne.engine.Decision;
import eu.urne.engine.works.Plan;
import eu.urne.engine.works.PlanCommand;
import eu.urne.engine.works.PlanCommand.DecideWithCitizens;
import eu.urne.engine.works.PlanCommand.OpenPlanLine;
import eu.urne.engine.works.PlanEvent;
import eu.urne.engine.works.PlanEvent.DecidedWithCitizens;
import eu.urne.engine.works.PlanEvent.PlanLineOpened;
import java.util.List;

/** What happens to a line of the investment plan on a command: pure, the same for the same state. */
public final class PlanDecider {

    private PlanDecider() {}

    /** The events that follow, or why not. */
    public static Decision<PlanEvent> decide(Plan plan, PlanCommand command) {
        return switch (command) {
            case OpenPlanLine open -> open(plan, open);
            case DecideWithCitizens decide -> decide(plan, decide);
        };
    }

    private static Decision<PlanEvent> open(Plan plan, OpenPlanLine command) {
        return switch (plan) {
            case Plan.Absent absent ->
                Decision.accept(new PlanLineOpened(
                        command.line(),
                        command.terms().title(),
                        command.terms().year(),
                        command.terms().cents()));
            case Plan.Open(var terms, var decided) ->
                terms.equals(command.terms())
                        ? new Decision.Accepted<>(List.of())
                        : Decision.refuse(EXISTS, "line: " + command.line() + " stands otherwise in the plan");
        };
    }

    private static Decision<PlanEvent> decide(Plan plan, DecideWithCitizens command) {
        if (!(plan instanceof Plan.Open open)) {
            return Decision.refuse(UNKNOWN, "there is no plan line " + command.line());
        }
        Long known = open.decided().get(command.budget() + "/" + command.proposal());
        if (known != null) {
            return known == command.cents()
                    ? new Decision.Accepted<>(List.of())
                    : Decision.refuse(
                            EXISTS,
                            "cents: the line " + command.line() + " pays " + known + " for the proposal "
                                    + command.proposal() + " already");
        }
        if (command.cents() < 1) {
            return Decision.refuse(
                    INVALID, "cents: at least 1 cent of a line is decided with citizens, not " + command.cents());
        }
        if (command.cents() > command.awarded()) {
            return Decision.refuse(
                    INVALID,
                    "cents: the proposal " + command.proposal() + " won " + command.awarded() + ", not "
                            + command.cents());
        }
        long left = open.terms().cents() - open.cents();
        return command.cents() > left
                ? Decision.refuse(
                        INVALID,
                        "cents: over budget: of the line " + command.line() + " " + left + " cents are left, not "
                                + command.cents())
                : Decision.accept(new DecidedWithCitizens(
                        command.line(), command.budget(), command.proposal(), command.cents(), command.awarded()));
    }
}
