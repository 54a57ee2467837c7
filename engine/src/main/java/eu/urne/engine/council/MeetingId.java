package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.budget.Texts;

/** Name of a meeting of a council: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record MeetingId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public MeetingId {
        Texts.checkId("meeting", value);
    }

    /** Name of the stream of the meeting. */
    public String stream(CouncilId council) {
        return "meeting/" + council + "/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
