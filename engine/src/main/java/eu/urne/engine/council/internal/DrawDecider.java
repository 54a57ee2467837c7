package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.CouncilDraw.Announced;
import eu.urne.engine.council.CouncilDraw.CalledOff;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.CouncilDraw.Frozen;
import eu.urne.engine.council.CouncilDraw.Unannounced;
import eu.urne.engine.council.DrawCommand;
import eu.urne.engine.council.DrawCommand.AnnounceDraw;
import eu.urne.engine.council.DrawCommand.AnswerRole;
import eu.urne.engine.council.DrawCommand.CallOffDraw;
import eu.urne.engine.council.DrawCommand.FreezePool;
import eu.urne.engine.council.DrawCommand.OfferRole;
import eu.urne.engine.council.DrawCommand.OpenRole;
import eu.urne.engine.council.DrawCommand.PassOverCandidate;
import eu.urne.engine.council.DrawCommand.ReadRandomness;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawEvent.CandidatePassedOver;
import eu.urne.engine.council.DrawEvent.DrawAnnounced;
import eu.urne.engine.council.DrawEvent.DrawCalledOff;
import java.util.List;
import java.util.function.Function;

/** What happens to a draw on a command: pure, the same for the same state. */
public final class DrawDecider {

    private DrawDecider() {}

    /** The events that follow, or why not. */
    public static Decision<DrawEvent> decide(CouncilDraw draw, DrawCommand command) {
        return switch (command) {
            case AnnounceDraw announce -> announce(draw, announce);
            case FreezePool freeze ->
                draw instanceof Announced announced ? Freezing.freeze(announced, freeze) : not(draw, command);
            case ReadRandomness read -> {
                if (draw instanceof Drawn drawn && drawn.values().equals(read.values())) {
                    yield unchanged();
                }
                yield draw instanceof Frozen frozen ? Lottery.read(frozen, read) : not(draw, command);
            }
            case PassOverCandidate pass -> drawn(draw, pass, drawn -> passOver(drawn, pass));
            case OpenRole open -> drawn(draw, open, drawn -> Roles.open(drawn, open));
            case OfferRole offer -> drawn(draw, offer, drawn -> Roles.offer(drawn, offer));
            case AnswerRole answer -> drawn(draw, answer, drawn -> Roles.answer(drawn, answer));
            case CallOffDraw callOff -> callOff(draw, callOff);
        };
    }

    static Decision<DrawEvent> unchanged() {
        return new Decision.Accepted<>(List.of());
    }

    private static Decision<DrawEvent> drawn(
            CouncilDraw draw, DrawCommand command, Function<Drawn, Decision<DrawEvent>> step) {
        return draw instanceof Drawn drawn ? step.apply(drawn) : not(draw, command);
    }

    private static Decision<DrawEvent> not(CouncilDraw draw, DrawCommand command) {
        String name = "draw: " + command.draw();
        return switch (draw) {
            case Unannounced nothing -> Decision.refuse(UNKNOWN, "draw: there is no draw " + command.draw());
            case Announced announced -> Decision.refuse(WRONG_STATE, name + " has no frozen pool yet");
            case Frozen frozen ->
                Decision.refuse(
                        WRONG_STATE,
                        command instanceof FreezePool
                                ? name + " has a frozen pool already"
                                : name + " waits for its randomness");
            case Drawn drawn -> Decision.refuse(WRONG_STATE, name + " is drawn, and not drawn again");
            case CalledOff calledOff -> Decision.refuse(WRONG_STATE, name + " was called off");
        };
    }

    private static Decision<DrawEvent> announce(CouncilDraw draw, AnnounceDraw command) {
        if (draw instanceof Announced announced && announced.terms().equals(command.terms())) {
            return unchanged();
        }
        if (!(draw instanceof Unannounced)) {
            return Decision.refuse(EXISTS, "draw: there is a draw " + command.draw() + " already");
        }
        return command.terms().isTooLong()
                ? Decision.refuse(INVALID, "composition: so many cells or quotas do not fit into an entry of the log")
                : Decision.accept(new DrawAnnounced(command.draw(), command.terms()));
    }

    private static Decision<DrawEvent> passOver(Drawn draw, PassOverCandidate command) {
        if (!draw.isInReserve(command.candidate())) {
            return Decision.refuse(UNKNOWN, "candidate: " + command.candidate() + " is not in the reserve");
        }
        return draw.passedOver().contains(command.candidate())
                ? unchanged()
                : Decision.accept(new CandidatePassedOver(command.draw(), command.candidate(), command.reason()));
    }

    private static Decision<DrawEvent> callOff(CouncilDraw draw, CallOffDraw command) {
        if (draw instanceof CalledOff) {
            return unchanged();
        }
        if (!(draw instanceof Announced || draw instanceof Frozen)) {
            return not(draw, command);
        }
        String reason = command.reason().strip();
        return !Reasons.isGiven(reason)
                ? Decision.refuse(INVALID, "reason: a draw is called off with 1 to " + Reasons.MOST + " characters")
                : Decision.accept(new DrawCalledOff(command.draw(), reason));
    }
}
