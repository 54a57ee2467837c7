package eu.urne.engine.consult.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.budget.Texts;
import eu.urne.engine.consult.Gathering;
import eu.urne.engine.consult.Gathering.Announced;
import eu.urne.engine.consult.GatheringCommand;
import eu.urne.engine.consult.GatheringCommand.AnnounceGathering;
import eu.urne.engine.consult.GatheringCommand.CallOffGathering;
import eu.urne.engine.consult.GatheringCommand.HoldGathering;
import eu.urne.engine.consult.GatheringCommand.LinkEvaluation;
import eu.urne.engine.consult.GatheringEvent;
import eu.urne.engine.consult.GatheringEvent.EvaluationLinked;
import eu.urne.engine.consult.GatheringEvent.GatheringAnnounced;
import eu.urne.engine.consult.GatheringEvent.GatheringCalledOff;
import eu.urne.engine.consult.GatheringEvent.GatheringHeld;
import java.util.List;

/** What happens to a gathering on a command: pure, the same for the same state. */
public final class GatheringDecider {

    private static final int MOST_REASON = 500;

    private GatheringDecider() {}

    /** The events that follow, or why not. */
    public static Decision<GatheringEvent> decide(Gathering state, GatheringCommand command) {
        if (command instanceof AnnounceGathering announce) {
            return announce(state, announce);
        }
        if (!(state instanceof Announced known)) {
            return Decision.refuse(UNKNOWN, "gathering: there is no gathering " + command.gathering());
        }
        return switch (command) {
            case AnnounceGathering announce -> announce(state, announce);
            case LinkEvaluation link -> link(known, link);
            case HoldGathering hold -> hold(known, hold);
            case CallOffGathering callOff -> callOff(known, callOff);
        };
    }

    private static Decision<GatheringEvent> unchanged() {
        return new Decision.Accepted<>(List.of());
    }

    private static Decision<GatheringEvent> announce(Gathering state, AnnounceGathering command) {
        if (!(state instanceof Announced known)) {
            return Decision.accept(new GatheringAnnounced(command.gathering(), command.terms()));
        }
        return known.terms().equals(command.terms())
                ? unchanged()
                : Decision.refuse(EXISTS, "gathering: there is a gathering " + command.gathering() + " already");
    }

    private static Decision<GatheringEvent> link(Announced known, LinkEvaluation command) {
        if (command.questionnaire().equals(known.evaluation())) {
            return unchanged();
        }
        if (known.calledOff() != null) {
            return calledOff(command);
        }
        return known.evaluation() == null
                ? Decision.accept(new EvaluationLinked(command.gathering(), command.questionnaire()))
                : Decision.refuse(
                        EXISTS, "questionnaire: the gathering is evaluated by " + known.evaluation() + " already");
    }

    private static Decision<GatheringEvent> hold(Announced known, HoldGathering command) {
        GatheringHeld held =
                new GatheringHeld(command.gathering(), command.attendance(), command.bySite(), command.byAge());
        if (held.equals(known.held())) {
            return unchanged();
        }
        if (known.calledOff() != null) {
            return calledOff(command);
        }
        return known.held() == null
                ? Decision.accept(held)
                : Decision.refuse(
                        EXISTS, "gathering: the figures of " + command.gathering() + " are published already");
    }

    private static Decision<GatheringEvent> callOff(Announced known, CallOffGathering command) {
        if (command.reason().equals(known.calledOff())) {
            return unchanged();
        }
        if (known.calledOff() != null) {
            return calledOff(command);
        }
        if (known.held() != null) {
            return Decision.refuse(WRONG_STATE, "gathering: " + command.gathering() + " has taken place");
        }
        try {
            Texts.checkText("reason", command.reason(), 1, MOST_REASON);
            return Decision.accept(new GatheringCalledOff(command.gathering(), command.reason()));
        } catch (IllegalArgumentException e) {
            return Decision.refuse(INVALID, String.valueOf(e.getMessage()));
        }
    }

    private static Decision<GatheringEvent> calledOff(GatheringCommand command) {
        return Decision.refuse(WRONG_STATE, "gathering: " + command.gathering() + " was called off");
    }
}
