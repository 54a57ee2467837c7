package eu.urne.engine.vault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;

/** Id of a person in the vault: 32 hex digits, random; never in a log. */
public record VaultId(@JsonValue String hex) {

    /** Bytes of an id. */
    static final int BYTES = 16;

    /** Checks the digits. */
    @JsonCreator
    public VaultId {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("person: an id has 32 lower-case hex digits");
        }
    }

    static VaultId of(byte[] bytes) {
        return new VaultId(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
