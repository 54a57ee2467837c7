package eu.urne.engine.works;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that was spent on works, or came back.
 *
 * @param cents from 1 to 2^53-1; below 0 where money came back or an expense is corrected
 * @param day on which it was paid
 * @param label what for
 * @param document a bill or a delivery note, outside the log; null for none
 * @param reason why more is spent than was awarded, or why money came back; null where neither is so
 */
public record Expense(
        long cents,
        LocalDate day,
        String label,
        @Nullable BlobHash document,
        @Nullable String reason) {

    private static final int MAX_REASON = 2_000;

    /** Checks that it is an amount, and that money comes back for a reason. */
    public Expense {
        if (cents == 0) {
            throw new IllegalArgumentException("cents: an expense of 0 cents is none");
        }
        Bounds.check("cents", cents);
        Texts.checkTitle("label", label);
        if (reason != null) {
            Texts.checkText("reason", reason, 1, MAX_REASON);
        }
        if (cents < 0 && reason == null) {
            throw new IllegalArgumentException("reason: money that comes back needs a reason, which is published");
        }
    }
}
