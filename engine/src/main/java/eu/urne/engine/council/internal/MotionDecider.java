package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.council.Motion;
import eu.urne.engine.council.Motion.Debated;
import eu.urne.engine.council.Motion.Declared;
import eu.urne.engine.council.Motion.Divided;
import eu.urne.engine.council.Motion.Unput;
import eu.urne.engine.council.Motion.Withdrawn;
import eu.urne.engine.council.MotionCommand;
import eu.urne.engine.council.MotionCommand.AnswerOpinion;
import eu.urne.engine.council.MotionCommand.CastVote;
import eu.urne.engine.council.MotionCommand.CorrectVote;
import eu.urne.engine.council.MotionCommand.CountHands;
import eu.urne.engine.council.MotionCommand.DecideAmendment;
import eu.urne.engine.council.MotionCommand.DeclareConflict;
import eu.urne.engine.council.MotionCommand.DeclareMotion;
import eu.urne.engine.council.MotionCommand.OpenVote;
import eu.urne.engine.council.MotionCommand.PutAmendment;
import eu.urne.engine.council.MotionCommand.PutMotion;
import eu.urne.engine.council.MotionCommand.ReviseText;
import eu.urne.engine.council.MotionCommand.WithdrawMotion;
import eu.urne.engine.council.MotionEvent;
import eu.urne.engine.council.MotionEvent.MotionPut;
import eu.urne.engine.council.MotionEvent.OpinionAnswered;
import java.util.List;

/** What happens to a motion on a command: pure, the same for the same state. */
public final class MotionDecider {

    private MotionDecider() {}

    /** The events that follow, or why not. */
    public static Decision<MotionEvent> decide(Motion motion, MotionCommand command) {
        return switch (command) {
            case PutMotion put -> put(motion, put);
            case PutAmendment put -> debated(motion, put, debated -> Debate.amend(debated, put));
            case DecideAmendment decide -> debated(motion, decide, debated -> Debate.decide(debated, decide));
            case ReviseText revise -> debated(motion, revise, debated -> Debate.revise(debated, revise));
            case DeclareConflict declare -> debated(motion, declare, debated -> Debate.conflict(debated, declare));
            case OpenVote open ->
                motion instanceof Divided divided && divided.division().equals(open.division())
                        ? unchanged()
                        : debated(motion, open, debated -> Debate.open(debated, open));
            case WithdrawMotion withdraw ->
                motion instanceof Withdrawn
                        ? unchanged()
                        : debated(motion, withdraw, debated -> Debate.withdraw(debated, withdraw));
            case CastVote cast -> divided(motion, cast, divided -> Ballots.cast(divided, cast));
            case CorrectVote correct -> divided(motion, correct, divided -> Ballots.correct(divided, correct));
            case CountHands count -> divided(motion, count, divided -> Ballots.count(divided, count));
            case DeclareMotion declare ->
                motion instanceof Declared
                        ? unchanged()
                        : divided(motion, declare, divided -> Ballots.declare(divided, declare));
            case AnswerOpinion answer -> answer(motion, answer);
        };
    }

    static Decision<MotionEvent> unchanged() {
        return new Decision.Accepted<>(List.of());
    }

    private interface Step<S> {
        Decision<MotionEvent> on(S state);
    }

    private static Decision<MotionEvent> debated(Motion motion, MotionCommand command, Step<Debated> step) {
        return motion instanceof Debated debated ? step.on(debated) : not(motion, command);
    }

    private static Decision<MotionEvent> divided(Motion motion, MotionCommand command, Step<Divided> step) {
        return motion instanceof Divided divided ? step.on(divided) : not(motion, command);
    }

    private static Decision<MotionEvent> not(Motion motion, MotionCommand command) {
        String name = "motion: " + command.motion();
        return switch (motion) {
            case Unput nothing ->
                Decision.refuse(
                        UNKNOWN, "motion: the council " + command.council() + " has no motion " + command.motion());
            case Debated debated -> Decision.refuse(WRONG_STATE, name + " is not being voted on yet");
            case Divided divided -> Decision.refuse(WRONG_STATE, name + " is being voted on");
            case Declared declared -> Decision.refuse(WRONG_STATE, name + " has been voted on");
            case Withdrawn withdrawn -> Decision.refuse(WRONG_STATE, name + " was withdrawn");
        };
    }

    private static Decision<MotionEvent> put(Motion motion, PutMotion command) {
        return switch (motion) {
            case Unput nothing -> Decision.accept(new MotionPut(command.council(), command.motion(), command.terms()));
            case Debated debated when debated.terms().equals(command.terms()) -> unchanged();
            case Debated debated -> exists(command);
            case Divided divided -> exists(command);
            case Declared declared -> exists(command);
            case Withdrawn withdrawn -> exists(command);
        };
    }

    private static Decision<MotionEvent> exists(PutMotion command) {
        return Decision.refuse(EXISTS, "motion: there is a motion " + command.motion() + " already");
    }

    private static Decision<MotionEvent> answer(Motion motion, AnswerOpinion command) {
        if (!(motion instanceof Declared declared)) {
            return not(motion, command);
        }
        if (!declared.terms().advisory() || !declared.result().carried()) {
            return Decision.refuse(
                    INVALID, "motion: " + command.motion() + " is no opinion to the city that was carried");
        }
        OpinionAnswered answered =
                new OpinionAnswered(command.council(), command.motion(), command.answer(), command.text());
        return answered.equals(declared.answer()) ? unchanged() : Decision.accept(answered);
    }
}
