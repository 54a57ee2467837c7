package eu.urne.projections;

import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.poll.TabletId;
import java.util.List;
import java.util.Locale;

/**
 * A tablet on which people vote in a poll.
 *
 * @param asked who has asked not to wait for it any more, and why
 */
public record PollTablet(TabletId tablet, State state, List<WriteOff> asked) {

    /** A copy that nobody can change. */
    public PollTablet {
        asked = List.copyOf(asked);
    }

    /** How far a tablet is. */
    public enum State {
        /** Ballots may wait on it. */
        WAITING,
        /** It has told that none does. */
        EMPTIED,
        /** Two persons do not wait for it any more. */
        WRITTEN_OFF;

        /** The name in JSON: {@code waiting}, {@code emptied} or {@code written-off}. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The state of that name in JSON. */
        public static State ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * A person's asking.
     *
     * @param by who
     * @param reason as it stands in the log
     */
    public record WriteOff(String by, String reason) {}
}
