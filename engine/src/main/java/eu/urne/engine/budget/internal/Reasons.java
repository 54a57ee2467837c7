package eu.urne.engine.budget.internal;

import eu.urne.engine.Refusal;
import eu.urne.engine.budget.Texts;
import java.util.Optional;

/** Which reasons may stand in the log. */
final class Reasons {

    private static final int MOST = 2_000;

    private Reasons() {}

    /**
     * Why this is no reason that can be published; empty if it is one.
     *
     * @param demand what is told where it is blank
     */
    static Optional<Refusal> problem(String reason, String demand) {
        return reason.isBlank()
                ? Optional.of(new Refusal(Refusal.Reason.INVALID, "reason: " + demand))
                : problem(reason);
    }

    /** Why this cannot be published as a reason, which may be missing. */
    static Optional<Refusal> problem(String reason) {
        return reason.length() > MOST || !Texts.isReadable(reason)
                ? Optional.of(new Refusal(
                        Refusal.Reason.INVALID,
                        "reason: at most " + MOST + " characters are possible, and no control characters"))
                : Optional.empty();
    }
}
