package eu.urne.engine.council.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.council.CandidacyEvent;
import eu.urne.engine.council.CandidacyEvent.CandidaciesClosed;
import eu.urne.engine.council.CandidacyEvent.CandidaciesOpened;
import eu.urne.engine.council.CandidacyEvent.CandidacyFiled;
import eu.urne.engine.council.CandidacyEvent.CandidacyRefused;
import eu.urne.engine.council.CandidacyEvent.CandidacyWithdrawn;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.List;

/** Candidacies stand between the announcement of a draw and its pool. */
public final class CandidacyGuard {

    private CandidacyGuard() {}

    /** Terms of an event of candidacies. */
    public static Terms terms(CandidacyEvent event) {
        return switch (event) {
            case CandidaciesOpened opened ->
                new Terms(
                        List.of(new Made(
                                DrawClaims.announced(opened.draw()),
                                new Refusal(Reason.UNKNOWN, "draw: there is no draw " + opened.draw()))),
                        List.of(DrawClaims.opened(opened.draw())));
            case CandidaciesClosed closed -> new Terms(List.of(), List.of(DrawClaims.closed(closed.draw())));
            case CandidacyFiled filed -> whileOpen(filed.draw());
            case CandidacyWithdrawn withdrawn -> whileOpen(withdrawn.draw());
            case CandidacyRefused refused -> whileOpen(refused.draw());
        };
    }

    private static Terms whileOpen(DrawId draw) {
        return new Terms(
                List.of(
                        new Made(
                                DrawClaims.opened(draw),
                                new Refusal(Reason.UNKNOWN, "draw: nobody can stand for a draw " + draw + " yet")),
                        new NotMade(
                                DrawClaims.closed(draw),
                                new Refusal(
                                        Reason.WRONG_STATE,
                                        "draw: the candidacies for the draw " + draw + " are closed")),
                        new NotMade(
                                DrawClaims.calledOff(draw),
                                new Refusal(Reason.WRONG_STATE, "draw: " + draw + " was called off"))),
                List.of());
    }
}
