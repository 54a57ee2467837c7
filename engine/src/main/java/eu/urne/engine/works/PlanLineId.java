package eu.urne.engine.works;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.budget.Texts;

/** Name of a line of the investment plan: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record PlanLineId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public PlanLineId {
        Texts.checkId("line", value);
    }

    /** Name of the stream of the line. */
    public String stream() {
        return "plan/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
