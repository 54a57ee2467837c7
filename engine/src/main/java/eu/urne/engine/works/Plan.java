package eu.urne.engine.works;

import eu.urne.engine.works.PlanEvent.DecidedWithCitizens;
import eu.urne.engine.works.PlanEvent.PlanLineOpened;
import java.util.HashMap;
import java.util.Map;

/** The states of a line of the investment plan. */
public sealed interface Plan {

    /** No line of that name yet. */
    record Absent() implements Plan {}

    /**
     * In the plan.
     *
     * @param decided cents by {@code <budget>/<proposal>}
     */
    record Open(PlanLine terms, Map<String, Long> decided) implements Plan {

        /** What was decided with citizens, in cents. */
        public long cents() {
            return decided.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** The state after an event. */
    default Plan after(PlanEvent event) {
        return switch (event) {
            case PlanLineOpened opened ->
                new Open(new PlanLine(opened.line(), opened.title(), opened.year(), opened.cents()), Map.of());
            case DecidedWithCitizens decision -> with(decision);
        };
    }

    private Open with(DecidedWithCitizens decision) {
        if (!(this instanceof Open(PlanLine terms, Map<String, Long> decided))) {
            throw new IllegalStateException("the line is not in the plan");
        }
        Map<String, Long> all = new HashMap<>(decided);
        all.put(decision.budget() + "/" + decision.proposal(), decision.cents());
        return new Open(terms, all);
    }
}
