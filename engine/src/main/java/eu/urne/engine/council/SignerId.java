package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.budget.Texts;

/** Name of somebody who signs minutes: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record SignerId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public SignerId {
        Texts.checkId("signer", value);
    }

    /** Name of the stream of the signer. */
    public String stream(CouncilId council) {
        return "signer/" + council + "/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
