package eu.urne.api.trial;

/** Something happened that must not, or a trial could not be made; the message is one sentence. */
public final class TrialException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Without a cause. */
    public TrialException(String message) {
        super(message);
    }

    /** With a cause. */
    public TrialException(String message, Throwable cause) {
        super(message, cause);
    }
}
