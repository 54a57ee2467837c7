package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.budget.Texts;

/** Name of a council: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record CouncilId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public CouncilId {
        Texts.checkId("council", value);
    }

    /** Name of the council's stream. */
    public String stream() {
        return "council/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
