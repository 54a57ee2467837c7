package eu.urne.engine.consult;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.budget.Texts;

/** Name of a questionnaire: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record QuestionnaireId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public QuestionnaireId {
        Texts.checkId("questionnaire", value);
    }

    /** Name of the stream of the questionnaire. */
    public String stream() {
        return "questionnaire/" + value;
    }

    /** What the names of the streams of its answers begin with. */
    public String answers() {
        return "answer/" + value + "/";
    }

    @Override
    public String toString() {
        return value;
    }
}
