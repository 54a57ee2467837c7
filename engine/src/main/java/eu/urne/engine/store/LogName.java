package eu.urne.engine.store;

import org.jspecify.annotations.Nullable;

/** The two logs of an installation (docs/formats/log.md, section 1). */
public enum LogName {
    /** Polls, ballots and outcomes: for everybody. */
    PUBLIC(0),
    /** Who may vote and who was served: for the electoral commission and a court. */
    REGISTER(1);

    private final int code;

    LogName(int code) {
        this.code = code;
    }

    /** The number under which the database keeps it. */
    public int code() {
        return code;
    }

    /** The log with that number. */
    public static LogName ofCode(int code) {
        return code == PUBLIC.code ? PUBLIC : REGISTER;
    }

    /** The log that a stream belongs to; events without stream are public. */
    public static LogName of(@Nullable String stream) {
        return stream != null && (stream.startsWith("register/") || stream.equals(REGISTER.stream()))
                ? REGISTER
                : PUBLIC;
    }

    /** The stream of the log's own events: genesis and keys. */
    public String stream() {
        return this == PUBLIC ? "log/public" : "log/register";
    }
}
