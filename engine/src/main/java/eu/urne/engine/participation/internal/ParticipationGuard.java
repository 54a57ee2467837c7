package eu.urne.engine.participation.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.participation.ParticipationPublished;
import eu.urne.engine.poll.PollClaims;
import eu.urne.engine.store.Condition.Made;
import eu.urne.engine.store.Guard.Terms;
import java.util.List;

/** What the writer checks for figures: the poll is closed, so that they are final. */
public final class ParticipationGuard {

    private ParticipationGuard() {}

    /** Terms of a publication. */
    public static Terms terms(ParticipationPublished event) {
        return new Terms(
                List.of(
                        new Made(
                                PollClaims.known(event.poll()),
                                new Refusal(Reason.UNKNOWN, "there is no poll " + event.poll())),
                        new Made(
                                PollClaims.closed(event.poll()),
                                new Refusal(
                                        Reason.WRONG_STATE,
                                        "too early: the participation in " + event.poll()
                                                + " is published when the vote is closed"))),
                List.of());
    }
}
