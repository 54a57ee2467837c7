package eu.urne.engine.council.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.council.CouncilEvent;
import eu.urne.engine.council.CouncilEvent.CouncilEstablished;
import eu.urne.engine.council.CouncilEvent.CouncilRevised;
import eu.urne.engine.council.CouncilEvent.OfferWithdrawn;
import eu.urne.engine.council.CouncilEvent.SeatFilled;
import eu.urne.engine.council.CouncilEvent.SeatVacated;
import eu.urne.engine.council.CouncilEvent.SeatsOffered;
import eu.urne.engine.council.CouncilEvent.SeatsTaken;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.List;

/** Seats go to who was drawn, in this draw and once. */
public final class CouncilGuard {

    private CouncilGuard() {}

    /** Terms of an event of a council. */
    public static Terms terms(CouncilEvent event) {
        return switch (event) {
            case CouncilEstablished(CouncilId council, CouncilTerms terms) -> procedure(council, terms);
            case CouncilRevised(CouncilId council, CouncilTerms terms, String reason) -> procedure(council, terms);
            case SeatsOffered offered ->
                new Terms(
                        List.of(new NotMade(
                                DrawClaims.offered(offered.draw()),
                                new Refusal(
                                        Reason.EXISTS,
                                        "draw: seats are put aside for a draw " + offered.draw() + " already"))),
                        List.of(DrawClaims.offered(offered.draw()), DrawClaims.offered(offered)));
            case OfferWithdrawn withdrawn ->
                new Terms(
                        List.of(new Made(
                                DrawClaims.calledOff(withdrawn.draw()),
                                new Refusal(Reason.WRONG_STATE, "draw: " + withdrawn.draw() + " was not called off"))),
                        List.of());
            case SeatsTaken taken -> taken(taken);
            case SeatVacated vacated -> Terms.NONE;
            case SeatFilled filled -> filled(filled);
        };
    }

    private static Terms procedure(CouncilId council, CouncilTerms terms) {
        return new Terms(List.of(), List.of(MeetingClaims.procedure(council, terms.procedure())));
    }

    private static Terms taken(SeatsTaken event) {
        return new Terms(
                List.of(new Made(
                        DrawClaims.drawn(event.draw(), event.candidates()),
                        new Refusal(
                                Reason.WRONG_STATE,
                                "candidates: they are not those whom the draw " + event.draw() + " has drawn"))),
                event.candidates().stream()
                        .map(candidate -> DrawClaims.seated(event.draw(), candidate))
                        .toList());
    }

    private static Terms filled(SeatFilled event) {
        return new Terms(
                List.of(
                        new Made(
                                DrawClaims.inReserve(event.draw(), event.candidate()),
                                new Refusal(
                                        Reason.INVALID,
                                        "candidate: " + event.candidate() + " is not in the reserve of the draw "
                                                + event.draw())),
                        new NotMade(
                                DrawClaims.seated(event.draw(), event.candidate()),
                                new Refusal(Reason.USED, "candidate: " + event.candidate() + " was seated already")),
                        new NotMade(
                                DrawClaims.passedOver(event.draw(), event.candidate()),
                                new Refusal(Reason.USED, "candidate: " + event.candidate() + " was passed over"))),
                List.of(DrawClaims.seated(event.draw(), event.candidate())));
    }
}
