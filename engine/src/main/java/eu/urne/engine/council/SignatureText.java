package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.Base64Strict;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A signature with a signer's key: 64 bytes as strict base64. */
public record SignatureText(@JsonValue String base64) {

    /** Checks the length. */
    @JsonCreator
    public SignatureText {
        if (bytes(base64).length != Ed25519.SIGNATURE_SIZE) {
            throw new IllegalArgumentException("signature: 64 bytes as base64 are needed");
        }
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64Strict.decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("signature: 64 bytes as base64 are needed", e);
        }
    }

    /** The 64 bytes. */
    public byte[] bytes() {
        return bytes(base64);
    }
}
