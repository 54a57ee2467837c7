package eu.urne.engine.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Name of a proposal within its budget: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record ProposalId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public ProposalId {
        Texts.checkId("proposal", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
