package eu.urne.projections;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a poll has come. */
public enum PollState {
    /** Defined, in preparation. */
    PREPARED,
    /** Ballots are accepted. */
    OPEN,
    /** No ballot is accepted any more. */
    CLOSED,
    /** Its evidence is complete. */
    SEALED,
    /** Its ballots can be opened by everybody. */
    REVEALED,
    /** Its outcome stands in the log. */
    DECLARED;

    /** The name in JSON, in lower case. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of that name in JSON. */
    public static PollState ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
