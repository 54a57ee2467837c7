package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.Characters;

/** Name of a poll: 1 to 63 characters of a-z, 0-9 and -, not beginning with -. */
public record PollId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public PollId {
        if (!Characters.areName(value, 63)) {
            throw new IllegalArgumentException(
                    "poll: \"" + value + "\" must be 1 to 63 characters of a-z, 0-9 and -, not beginning with -");
        }
    }

    /** Name of the poll's stream. */
    public String stream() {
        return "poll/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
