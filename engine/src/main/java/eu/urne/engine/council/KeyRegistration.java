package eu.urne.engine.council;

import eu.urne.engine.EngineJson;
import eu.urne.engine.log.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What is signed with a new key, and with the one before it (docs/formats/councils.md, section 8).
 *
 * @param number of the key among those of the signer, from 1
 */
public record KeyRegistration(CouncilId council, SignerKey key, int number, SignerId signer) {

    /** The bytes to be signed. */
    public byte[] statement() {
        return statement("urne-signer-v1", this);
    }

    static byte[] statement(String context, Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes((context + "\n").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(CanonicalJson.bytes(EngineJson.tree(value)));
        return bytes.toByteArray();
    }
}
