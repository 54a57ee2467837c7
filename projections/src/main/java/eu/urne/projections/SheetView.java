package eu.urne.projections;

import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.poll.Token;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of paper, for the persons who enter it; never what is on it.
 *
 * @param by who entered it, where it waits for another person
 */
public record SheetView(Token token, State state, @Nullable String by) {

    /** What has happened to a sheet. */
    public enum State {
        /** One person has entered it; another one must do so too. */
        ENTERED,
        /** Two persons entered it differently; both must enter it anew. */
        DISPUTED,
        /** Two persons entered it alike; its ballot must be cast. */
        AGREED,
        /** Its ballot is in. */
        CAST;

        /** The name in JSON, in lower case. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
