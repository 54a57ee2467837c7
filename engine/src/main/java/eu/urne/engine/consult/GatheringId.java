package eu.urne.engine.consult;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.budget.Texts;

/** Name of a gathering: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record GatheringId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public GatheringId {
        Texts.checkId("gathering", value);
    }

    /** Name of the stream of the gathering. */
    public String stream() {
        return "gathering/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
