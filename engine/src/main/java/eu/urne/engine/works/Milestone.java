package eu.urne.engine.works;

import eu.urne.engine.budget.Texts;
import java.time.LocalDate;

/**
 * A step of the works.
 *
 * @param title by which it is known among the milestones of its proposal
 * @param day for which it is planned, or on which it was done
 */
public record Milestone(String title, LocalDate day, State state) {

    /** Whether it is still to come. */
    public enum State {
        /** It is to be done on its day. */
        PLANNED,
        /** It was done on its day. */
        DONE
    }

    /** Checks the title. */
    public Milestone {
        Texts.checkTitle("title", title);
    }
}
