package eu.urne.engine.consult;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.budget.Texts;

/** Name of a finding: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record FindingId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public FindingId {
        Texts.checkId("finding", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
