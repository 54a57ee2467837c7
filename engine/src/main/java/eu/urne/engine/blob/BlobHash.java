package eu.urne.engine.blob;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.Characters;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names a text or file by inhabitants that stands outside the log and can be erased: SHA-256 over a random salt of 32
 * bytes and the content (docs/formats/events.md, section 6).
 */
public record BlobHash(@JsonValue String hex) {

    /** Length of a salt in bytes. */
    public static final int SALT_BYTES = 32;

    /** Checks the digits. */
    @JsonCreator
    public BlobHash {
        if (!Characters.areHex(hex, 64)) {
            throw new IllegalArgumentException("blob: \"" + hex + "\" is not a hash of 64 lower-case hex digits");
        }
    }

    /**
     * The hash of a content with its salt.
     *
     * @throws IllegalArgumentException if the salt has not 32 bytes
     */
    public static BlobHash of(byte[] salt, byte[] content) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has " + SALT_BYTES + " bytes, not " + salt.length);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return new BlobHash(HexFormat.of().formatHex(digest.digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
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
