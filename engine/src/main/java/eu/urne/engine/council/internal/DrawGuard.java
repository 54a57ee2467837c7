package eu.urne.engine.council.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.council.DrawEvent;
import eu.urne.engine.council.DrawEvent.CandidatePassedOver;
import eu.urne.engine.council.DrawEvent.CandidatesListed;
import eu.urne.engine.council.DrawEvent.DrawAnnounced;
import eu.urne.engine.council.DrawEvent.DrawCalledOff;
import eu.urne.engine.council.DrawEvent.GivenSeat;
import eu.urne.engine.council.DrawEvent.MembersDrawn;
import eu.urne.engine.council.DrawEvent.PanelsListed;
import eu.urne.engine.council.DrawEvent.PoolFrozen;
import eu.urne.engine.council.DrawEvent.RandomnessRead;
import eu.urne.engine.council.DrawEvent.ReserveOrdered;
import eu.urne.engine.council.DrawEvent.RoleAnswered;
import eu.urne.engine.council.DrawEvent.RoleOffered;
import eu.urne.engine.council.DrawEvent.RoleOpened;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.List;

/** A draw is for seats that a council has put aside, among those who stood when the candidacies were closed. */
public final class DrawGuard {

    private DrawGuard() {}

    /** Terms of an event of a draw. */
    public static Terms terms(DrawEvent event) {
        return switch (event) {
            case DrawAnnounced announced ->
                new Terms(
                        List.of(new Made(
                                DrawClaims.offered(announced.terms()),
                                new Refusal(
                                        Reason.WRONG_STATE,
                                        "draw: the council " + announced.terms().council()
                                                + " has not put aside these seats"))),
                        List.of(DrawClaims.announced(announced.draw())));
            case PoolFrozen frozen ->
                new Terms(
                        List.of(new Made(
                                DrawClaims.closed(frozen.draw()),
                                new Refusal(Reason.WRONG_STATE, "draw: the candidacies are not closed yet"))),
                        List.of());
            case MembersDrawn drawn ->
                makes(List.of(DrawClaims.drawn(
                        drawn.draw(),
                        drawn.seats().stream().map(GivenSeat::candidate).toList())));
            case ReserveOrdered ordered ->
                makes(ordered.candidates().stream()
                        .map(candidate -> DrawClaims.inReserve(ordered.draw(), candidate))
                        .toList());
            case CandidatePassedOver passed -> passed(passed);
            case RoleOffered offered -> offered(offered);
            case DrawCalledOff calledOff -> makes(List.of(DrawClaims.calledOff(calledOff.draw())));
            case CandidatesListed listed -> Terms.NONE;
            case PanelsListed listed -> Terms.NONE;
            case RandomnessRead read -> Terms.NONE;
            case RoleOpened opened -> Terms.NONE;
            case RoleAnswered answered -> Terms.NONE;
        };
    }

    private static Terms passed(CandidatePassedOver event) {
        return new Terms(
                List.of(new NotMade(
                        DrawClaims.seated(event.draw(), event.candidate()),
                        new Refusal(Reason.WRONG_STATE, "candidate: " + event.candidate() + " was seated already"))),
                List.of(DrawClaims.passedOver(event.draw(), event.candidate())));
    }

    private static Terms offered(RoleOffered event) {
        return new Terms(
                List.of(new NotMade(
                        DrawClaims.seated(event.draw(), event.candidate()),
                        new Refusal(Reason.WRONG_STATE, "candidate: " + event.candidate() + " has or had a seat"))),
                List.of());
    }

    private static Terms makes(List<Claim> claims) {
        return new Terms(List.of(), claims);
    }
}
