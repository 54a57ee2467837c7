package eu.urne.engine.vault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Name of a register of persons: 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
public record RegisterId(@JsonValue String value) {

    private static final Pattern ALLOWED = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** Checks the characters. */
    @JsonCreator
    public RegisterId {
        if (!ALLOWED.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "register: an id must be 1 to 40 characters of a-z, 0-9 and -, not beginning with -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
