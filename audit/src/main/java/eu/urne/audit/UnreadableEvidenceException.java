package eu.urne.audit;

import java.io.Serial;

/** Evidence that cannot be read at all, so that nothing can be said about it (exit code 2). */
public final class UnreadableEvidenceException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Makes the exception.
     *
     * @param message one clear sentence with the file or address, without a full stop
     */
    public UnreadableEvidenceException(String message) {
        super(message);
    }
}
