package eu.urne.engine.works.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.Refusal.Reason;
import eu.urne.engine.store.Claim;
import eu.urne.engine.store.Condition;
import eu.urne.engine.store.Condition.NotMade;
import eu.urne.engine.store.Guard.Terms;
import eu.urne.engine.works.PlanEvent;
import eu.urne.engine.works.PlanEvent.DecidedWithCitizens;
import eu.urne.engine.works.PlanEvent.PlanLineOpened;
import java.util.ArrayList;
import java.util.List;

/** A line of the plan pays for what has won, and each proposal stands in one line only. */
public final class PlanGuard {

    private PlanGuard() {}

    /** Terms of an event of a plan line. */
    public static Terms terms(PlanEvent event) {
        return switch (event) {
            case PlanLineOpened opened -> Terms.NONE;
            case DecidedWithCitizens decided -> decided(decided);
        };
    }

    private static Terms decided(DecidedWithCitizens event) {
        Claim planned = Claim.of("planned:" + event.budget() + ":" + event.proposal());
        List<Condition> conditions = new ArrayList<>(WorksGuard.won(event.budget(), event.proposal(), event.awarded()));
        conditions.add(new NotMade(
                planned,
                new Refusal(
                        Reason.EXISTS,
                        "proposal: " + event.proposal() + " of the budget " + event.budget()
                                + " stands in another line of the plan already")));
        return new Terms(conditions, List.of(planned));
    }
}
