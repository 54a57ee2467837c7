package eu.urne.api.witness;

import java.io.Serial;

/** A witness did not cosign; the message is what stands behind its name in a sentence. */
final class WitnessException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    WitnessException(String predicate) {
        super(predicate);
    }
}
