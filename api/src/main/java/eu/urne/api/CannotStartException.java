package eu.urne.api;

import java.io.Serial;

/** The server cannot start; the message is one sentence for the operator. */
public final class CannotStartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** With the sentence. */
    public CannotStartException(String sentence) {
        super(sentence);
    }

    /** With the sentence and the cause. */
    public CannotStartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
