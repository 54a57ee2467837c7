package eu.urne.engine.store;

/** What a failure says, for one sentence: drivers and migrations tell over many lines. */
public final class OneLine {

    private OneLine() {}

    /** The innermost cause's first line that says something. */
    public static String of(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof StoreException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse(cause.getClass().getSimpleName())
                .strip();
    }
}
