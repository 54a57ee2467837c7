package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.Characters;

/** Name of a tablet on which people vote: 16 lower-case hex digits, random, saying nothing of where it stands. */
public record TabletId(@JsonValue String hex) implements Comparable<TabletId> {

    /** Checks the digits. */
    @JsonCreator
    public TabletId {
        if (!Characters.areHex(hex, 16)) {
            throw new IllegalArgumentException("tablet: \"" + hex + "\" is not 16 lower-case hex digits");
        }
    }

    @Override
    public int compareTo(TabletId other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
