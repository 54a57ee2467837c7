package eu.urne.projections;

import eu.urne.engine.budget.ProposalId;
import java.time.LocalDate;

/**
 * Something about works that should have been told by now.
 *
 * @param proposal whose works these are
 * @param title official one of the ballot
 * @param what title of the milestone, or name of the indicator
 * @param due the day on which it should have been told
 * @param days how long ago that is
 */
public record WorksReminder(Kind kind, ProposalId proposal, String title, String what, LocalDate due, long days) {

    /** What is waited for. */
    public enum Kind {
        /** That a planned milestone is done, or late. */
        MILESTONE,
        /** A measure. */
        INDICATOR
    }
}
