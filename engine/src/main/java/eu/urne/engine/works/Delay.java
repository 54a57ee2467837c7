package eu.urne.engine.works;

import eu.urne.engine.budget.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone that comes later than planned.
 *
 * @param milestone its title; null where only one is planned
 * @param newDay for which it is planned now
 * @param reason that is published
 */
public record Delay(@Nullable String milestone, LocalDate newDay, String reason) {

    private static final int MAX_REASON = 2_000;

    /** Checks that there is a reason. */
    public Delay {
        Texts.checkText("reason", reason, 1, MAX_REASON);
    }
}
