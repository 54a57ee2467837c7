package eu.urne.audit.example;

import static eu.urne.audit.example.ExampleBytes.base64;
import static eu.urne.audit.example.ExampleBytes.hex;
import static eu.urne.audit.example.ExampleBytes.join;
import static eu.urne.audit.example.ExampleBytes.sha256;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** An Ed25519 key pair with a name. */
public final class ExampleKey {
    private final String name;
    private final Ed25519PrivateKeyParameters pair;

    /** Makes the key whose seed is the hash of a text. */
    public ExampleKey(String name, String seed) {
        this.name = name;
        this.pair = new Ed25519PrivateKeyParameters(sha256(seed));
    }

    public byte[] publicKey() {
        return pair.generatePublicKey().getEncoded();
    }

    private byte[] keyId() {
        return Arrays.copyOf(sha256(name, "\n", (byte) 1, publicKey()), 4);
    }

    public String id() {
        return hex(keyId());
    }

    public String vkey() {
        return name + "+" + id() + "+" + base64(join((byte) 1, publicKey()));
    }

    public byte[] sign(byte[] message) {
        byte[] signature = new byte[64];
        pair.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
        return signature;
    }

    /** Signs a note whose text ends in a newline. */
    public byte[] note(String text) {
        return join(text, "\n", "— ", name, " ", base64(join(keyId(), sign(text.getBytes(UTF_8)))), "\n");
    }
}
