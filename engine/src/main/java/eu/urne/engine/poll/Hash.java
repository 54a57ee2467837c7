package eu.urne.engine.poll;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.Characters;
import java.util.HexFormat;

/** A SHA-256 hash as 64 lower-case hex digits. */
public record Hash(@JsonValue String hex) {

    /** Checks the digits. */
    @JsonCreator
    public Hash {
        if (!Characters.areHex(hex, 64)) {
            throw new IllegalArgumentException("\"" + hex + "\" is not a hash of 64 lower-case hex digits");
        }
    }

    /** The hash with these 32 bytes. */
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
