package eu.urne.engine.works;

import eu.urne.engine.budget.Texts;

/**
 * A line of the city's investment plan.
 *
 * @param title as the plan has it
 * @param year in which it is spent, 1900 to 2200
 * @param cents what it amounts to, from 1 to 2^53-1
 */
public record PlanLine(PlanLineId line, String title, int year, long cents) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** Checks all. */
    public PlanLine {
        Texts.checkTitle("title", title);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("year: it is from " + FIRST_YEAR + " to " + LAST_YEAR + ", not " + year);
        }
        if (cents < 1) {
            throw new IllegalArgumentException("cents: a line has at least 1 cent, not " + cents);
        }
        Bounds.check("cents", cents);
    }
}
