package eu.urne.engine;

import java.io.Serial;

/** Carries a {@link Refusal} through code that is not ours; {@link Commands} turns it into a value again. */
public final class RefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    /** An exception without stack trace: a refusal is not a defect. */
    public RefusedException(Refusal refusal) {
        super(refusal.sentence(), null, false, false);
        this.refusal = refusal;
    }

    /** What is refused and why. */
    public Refusal refusal() {
        return refusal;
    }
}
