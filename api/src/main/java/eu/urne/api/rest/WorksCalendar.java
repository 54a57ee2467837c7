package eu.urne.api.rest;

import eu.urne.api.web.Problem;
import eu.urne.api.web.ProblemException;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.budget.BudgetId;
import eu.urne.projections.Views;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Tells the day of a request in the city whose budget it speaks of.
 *
 * @param zone of the budget's calendar
 */
public record WorksCalendar(ZoneId zone) {

    /**
     * The calendar of a budget.
     *
     * @throws ProblemException if there is no such budget
     */
    public static WorksCalendar of(Views views, BudgetId budget) {
        return views.budgets()
                .terms(budget)
                .map(terms -> new WorksCalendar(ZoneId.of(terms.calendar().zone())))
                .orElseThrow(() -> new ProblemException(Problem.UNKNOWN, "there is no budget " + budget));
    }

    /** The day on which something is asked. */
    public LocalDate day(CommandOrigin origin) {
        return Instant.ofEpochMilli(origin.atMs()).atZone(zone).toLocalDate();
    }
}
