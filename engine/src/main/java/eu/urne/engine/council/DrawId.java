package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.budget.Texts;

/** Name of a draw of council members: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record DrawId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public DrawId {
        Texts.checkId("draw", value);
    }

    /** Name of the draw's stream. */
    public String stream() {
        return "draw/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
