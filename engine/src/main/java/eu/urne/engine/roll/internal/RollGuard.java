package eu.urne.engine.roll.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.poll.PollId;
import eu.urne.engine.roll.ConsentEvent;
import eu.urne.engine.roll.ConsentEvent.ConsentRecorded;
import eu.urne.engine.roll.RollClaims;
import eu.urne.engine.roll.RollEvent;
import eu.urne.engine.roll.RollEvent.AdmissionsClosed;
import eu.urne.engine.roll.RollEvent.AdmissionsOpened;
import eu.urne.engine.roll.RollEvent.CardHandedOut;
import eu.urne.engine.roll.RollEvent.VoterAdmitted;
import eu.urne.engine.roll.RollEvent.VoterRefused;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import java.util.List;

/** What the writer checks for the register log: admissions and hand-outs stand between its opening and its close. */
public final class RollGuard {

    private RollGuard() {}

    /** Terms of an event of a register. */
    public static Terms terms(RollEvent event) {
        return switch (event) {
            case AdmissionsOpened opened -> new Terms(List.of(), List.of(open(opened.poll())));
            case AdmissionsClosed closed -> new Terms(List.of(), List.of(closed(closed.poll())));
            case VoterAdmitted admitted -> whileOpen(admitted.poll());
            case CardHandedOut handedOut -> whileOpen(handedOut.poll());
            case VoterRefused refused -> whileOpen(refused.poll());
        };
    }

    /** Terms of a consent. */
    public static Terms terms(ConsentEvent event) {
        return switch (event) {
            case ConsentRecorded recorded ->
                new Terms(List.of(), List.of(RollClaims.consented(recorded.budget(), recorded.person())));
        };
    }

    private static Terms whileOpen(PollId poll) {
        return new Terms(
                List.of(
                        new Made(open(poll), new Refusal(Reason.UNKNOWN, "there is no register for a poll " + poll)),
                        new NotMade(
                                closed(poll),
                                new Refusal(Reason.WRONG_STATE, "the register of the poll " + poll + " is closed"))),
                List.of());
    }

    private static Claim open(PollId poll) {
        return Claim.of("register-open:" + poll);
    }

    private static Claim closed(PollId poll) {
        return Claim.of("register-closed:" + poll);
    }
}
