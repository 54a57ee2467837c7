package eu.urne.engine.council.internal;

/** The reasons that people give in the log. */
final class Reasons {

    /** Most characters. */
    static final int MOST = 500;

    private Reasons() {}

    /** Whether a reason has 1 to 500 characters besides the space around it. */
    static boolean isGiven(String reason) {
        return !reason.isBlank() && reason.strip().length() <= MOST;
    }
}
