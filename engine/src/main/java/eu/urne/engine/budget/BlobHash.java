package eu.urne.engine.budget;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Names a text or file by inhabitants that stands outside the log and can be erased: SHA-256 over a random salt of 32
 * bytes and the content (docs/formats/events.md, section 6).
 */
public record BlobHash(@JsonValue String hex) {

    /** Checks the digits. */
    @JsonCreator
    public BlobHash {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("blob: \"" + hex + "\" is not a hash of 64 lower-case hex digits");
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
