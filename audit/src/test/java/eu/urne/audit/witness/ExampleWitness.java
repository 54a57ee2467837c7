package eu.urne.audit.witness;

import static eu.urne.audit.example.ExampleBytes.base64;
import static eu.urne.audit.example.ExampleBytes.hex;
import static eu.urne.audit.example.ExampleBytes.join;
import static eu.urne.audit.example.ExampleBytes.sha256;
import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.example.ExampleKey;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A witness written by the page, c2sp.org/tlog-cosignature. */
public final class ExampleWitness {
    private final String name;
    private final ExampleKey key;

    public ExampleWitness(String name) {
        this.name = name;
        this.key = new ExampleKey(name, "witness " + name);
    }

    private byte[] keyId() {
        return Arrays.copyOf(sha256(name, "\n", (byte) 4, key.publicKey()), 4);
    }

    public String vkey() {
        return name + "+" + hex(keyId()) + "+" + base64(join((byte) 4, key.publicKey()));
    }

    public byte[] line(String text, long timeS) {
        byte[] signature = key.sign(("cosignature/v1\ntime " + timeS + "\n" + text).getBytes(UTF_8));
        byte[] time = ByteBuffer.allocate(8).putLong(timeS).array();
        return join("— ", name, " ", base64(join(keyId(), time, signature)), "\n");
    }
}
