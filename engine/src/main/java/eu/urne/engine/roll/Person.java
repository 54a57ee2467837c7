package eu.urne.engine.roll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.Characters;

/** Pseudonym of a person in one register: 32 hex digits, random; who it is stands in the vault. */
public record Person(@JsonValue String pseudonym) {

    /** Checks the digits. */
    @JsonCreator
    public Person {
        if (!Characters.areHex(pseudonym, 32)) {
            throw new IllegalArgumentException(
                    "person: \"" + pseudonym + "\" is not a pseudonym of 32 lower-case hex digits");
        }
    }

    @Override
    public String toString() {
        return pseudonym;
    }
}
