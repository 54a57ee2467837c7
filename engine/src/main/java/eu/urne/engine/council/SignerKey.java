package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.urne.engine.log.Characters;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** The public key of a signer of minutes (Ed25519, RFC 8032), as 64 lower-case hex digits. */
public record SignerKey(@JsonValue String hex) {

    /** Checks the digits, and that they are a point of the curve that is no weak one. */
    @JsonCreator
    public SignerKey {
        if (!Characters.areHex(hex, 64)
                || !Ed25519.validatePublicKeyFull(HexFormat.of().parseHex(hex), 0)) {
            throw new IllegalArgumentException(
                    "key: \"" + hex + "\" is not an Ed25519 key of 64 lower-case hex digits");
        }
    }

    /** Whether the message was signed with this key. */
    public boolean verifies(byte[] message, SignatureText signature) {
        byte[] key = HexFormat.of().parseHex(hex);
        return Ed25519.verify(signature.bytes(), 0, key, 0, message, 0, message.length);
    }

    @Override
    public String toString() {
        return hex;
    }
}
