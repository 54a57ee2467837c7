package eu.urne.engine.council.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MeetingEvent.AgendaItemAdded;
import eu.urne.engine.council.MeetingEvent.AgendaItemWithdrawn;
import eu.urne.engine.council.MeetingEvent.AgendaPublished;
import eu.urne.engine.council.MeetingEvent.AttendanceRecorded;
import eu.urne.engine.council.MeetingEvent.MeetingCalled;
import eu.urne.engine.council.MeetingEvent.MeetingCalledOff;
import eu.urne.engine.council.MeetingEvent.MeetingClosed;
import eu.urne.engine.council.MeetingEvent.MeetingOpened;
import eu.urne.engine.council.MeetingEvent.ProxyGiven;
import eu.urne.engine.council.MeetingEvent.ProxyWithdrawn;
import eu.urne.engine.council.MeetingEvent.QuorumEvaluated;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Guard.Terms;
import java.util.List;

/** A council meets by its own procedure. */
public final class MeetingGuard {

    private MeetingGuard() {}

    /** Terms of an event of a meeting. */
    public static Terms terms(MeetingEvent event) {
        return switch (event) {
            case MeetingCalled called ->
                new Terms(
                        List.of(new Made(
                                MeetingClaims.procedure(called.council(), called.procedure()),
                                new Refusal(
                                        Reason.UNKNOWN,
                                        "council: there is no council " + called.council() + " with this procedure"))),
                        List.of(MeetingClaims.called(called.council(), called.meeting())));
            case MeetingOpened opened -> makes(MeetingClaims.opened(opened.council(), opened.meeting()));
            case MeetingClosed closed -> makes(MeetingClaims.over(closed.council(), closed.meeting()));
            case MeetingCalledOff calledOff -> makes(MeetingClaims.over(calledOff.council(), calledOff.meeting()));
            case AgendaItemAdded added -> Terms.NONE;
            case AgendaItemWithdrawn withdrawn -> Terms.NONE;
            case AgendaPublished published -> Terms.NONE;
            case AttendanceRecorded recorded -> Terms.NONE;
            case ProxyGiven given -> Terms.NONE;
            case ProxyWithdrawn withdrawn -> Terms.NONE;
            case QuorumEvaluated evaluated -> Terms.NONE;
        };
    }

    private static Terms makes(Claim claim) {
        return new Terms(List.of(), List.of(claim));
    }
}
