package eu.urne.engine.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.Characters;
import eu.urne.engine.poll.PollId;

/**
 * Name of a budget: 1 to 40 characters of a-z, 0-9 and -, not beginning with -; the names of its polls begin with it.
 */
public record BudgetId(@JsonValue String value) {

    /** Checks the characters. */
    @JsonCreator
    public BudgetId {
        if (!Characters.areName(value, 40)) {
            throw new IllegalArgumentException(
                    "budget: \"" + value + "\" must be 1 to 40 characters of a-z, 0-9 and -, not beginning with -");
        }
    }

    /** Name of the budget's stream. */
    public String stream() {
        return "budget/" + value;
    }

    /** The poll of a part. */
    public PollId poll(String part) {
        return new PollId(value + "-" + part);
    }

    @Override
    public String toString() {
        return value;
    }
}
