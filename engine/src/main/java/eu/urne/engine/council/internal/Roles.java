package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.USED;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.council.CouncilDraw.Answer;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.CouncilDraw.Places;
import eu.urne.engine.council.DrawCommand.AnswerRole;
import eu.urne.engine.council.DrawCommand.OfferRole;
import eu.urne.engine.council.DrawCommand.OpenRole;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawEvent.RoleAnswered;
import eu.urne.engine.council.DrawEvent.RoleOffered;
import eu.urne.engine.council.DrawEvent.RoleOpened;
import eu.urne.engine.council.Role;

/** Roles for those who were not drawn. */
final class Roles {

    private static final int MOST_ROLES = 50;

    private Roles() {}

    static Decision<DrawEvent> open(Drawn draw, OpenRole command) {
        Role role = command.role();
        Places known = draw.roles().get(role.id());
        if (known != null) {
            return known.role().equals(role)
                    ? DrawDecider.unchanged()
                    : Decision.refuse(EXISTS, "role: " + role.id() + " is open otherwise");
        }
        return draw.roles().size() >= MOST_ROLES
                ? Decision.refuse(INVALID, "role: a draw has at most " + MOST_ROLES + " roles")
                : Decision.accept(new RoleOpened(command.draw(), role.id(), role.title(), role.places()));
    }

    static Decision<DrawEvent> offer(Drawn draw, OfferRole command) {
        Places places = draw.roles().get(command.role());
        if (places == null) {
            return Decision.refuse(UNKNOWN, "role: the draw " + command.draw() + " has no role " + command.role());
        }
        if (!draw.isInReserve(command.candidate())) {
            return Decision.refuse(
                    UNKNOWN, "candidate: " + command.candidate() + " is not one of those who were not drawn");
        }
        return places.answers().containsKey(command.candidate())
                ? DrawDecider.unchanged()
                : Decision.accept(new RoleOffered(command.draw(), command.candidate(), command.role()));
    }

    static Decision<DrawEvent> answer(Drawn draw, AnswerRole command) {
        Places places = draw.roles().get(command.role());
        Answer known = places == null ? null : places.answers().get(command.candidate());
        if (places == null || known == null) {
            return Decision.refuse(
                    UNKNOWN, "role: " + command.role() + " was not offered to the candidate " + command.candidate());
        }
        Answer answer = command.accepted() ? Answer.ACCEPTED : Answer.DECLINED;
        if (known != Answer.OFFERED) {
            return known == answer
                    ? DrawDecider.unchanged()
                    : Decision.refuse(USED, "role: the candidate " + command.candidate() + " has answered otherwise");
        }
        return command.accepted() && places.taken() >= places.role().places()
                ? Decision.refuse(
                        WRONG_STATE,
                        "role: all " + places.role().places() + " places of " + command.role() + " are taken")
                : Decision.accept(
                        new RoleAnswered(command.draw(), command.candidate(), command.role(), command.accepted()));
    }
}
