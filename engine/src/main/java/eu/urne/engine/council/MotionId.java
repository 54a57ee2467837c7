package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.budget.Texts;

/** Name of a motion of a council: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record MotionId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public MotionId {
        Texts.checkId("motion", value);
    }

    /** Name of the stream of the motion. */
    public String stream(CouncilId council) {
        return "motion/" + council + "/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
