package eu.urne.audit.json;

import java.io.Serial;

/**
 * Bytes that break a format. The message finishes the sentence "this thing ..." and names the field where there is one.
 */
public final class MalformedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception without a stack trace: hostile evidence may cause millions of them.
     *
     * @param message what is wrong, as the second half of a sentence, such as {@code "has the member 'x' twice"}
     */
    public MalformedException(String message) {
        super(message, null, false, false);
    }
}
