package eu.urne.engine.council;

import eu.urne.engine.log.Base64Strict;
import java.util.Arrays;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A key pair as on a signer's device. */
final class Pen {

    private final byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
    private final byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];

    Pen(int number) {
        Arrays.fill(seed, (byte) number);
        Ed25519.generatePublicKey(seed, 0, key, 0);
    }

    SignerKey key() {
        return new SignerKey(HexFormat.of().formatHex(key));
    }

    SignatureText sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return new SignatureText(Base64Strict.encode(signature));
    }
}
