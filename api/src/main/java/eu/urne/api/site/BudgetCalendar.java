package eu.urne.api.site;

import eu.urne.engine.budget.Phase;
import eu.urne.projections.BudgetView;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The calendar of a budget as pages show it. */
final class BudgetCalendar {

    private BudgetCalendar() {}

    /**
     * A phase in the calendar.
     *
     * @param from its first day
     * @param done whether a later phase has begun
     * @param current whether it is the phase of today
     */
    public record Stop(Phase phase, LocalDate from, boolean done, boolean current) {

        /** Its name in lower case, as keys of texts have it. */
        public String key() {
            return Phases.key(phase);
        }
    }

    /** All phases in their order. */
    static List<Stop> stops(BudgetView budget) {
        Phase now = budget.phase();
        return Arrays.stream(Phase.values())
                .map(phase ->
                        new Stop(phase, budget.terms().calendar().day(phase), phase.compareTo(now) < 0, phase == now))
                .toList();
    }
}
