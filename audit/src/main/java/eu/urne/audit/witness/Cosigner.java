package eu.urne.audit.witness;

import eu.urne.audit.crypto.Ed25519Seed;
import eu.urne.audit.json.StrictText;
import eu.urne.audit.note.CosignerKey;
import java.nio.ByteBuffer;
import java.util.Base64;

/** The private key of a witness with its name. */
final class Cosigner {
    private final CosignerKey key;
    private final Ed25519Seed seed;

    Cosigner(String name, Ed25519Seed seed) {
        this.key = CosignerKey.of(name, seed.publicKey());
        this.seed = seed;
    }

    CosignerKey key() {
        return key;
    }

    /**
     * Cosigns the text of a checkpoint's note.
     *
     * @param timeS seconds since the epoch
     * @return the signature line with its newline
     */
    String line(String text, long timeS) {
        byte[] id = StrictText.hex(key.id(), 4).orElseThrow();
        byte[] signature = seed.sign(CosignerKey.message(timeS, text));
        byte[] all = ByteBuffer.allocate(id.length + Long.BYTES + signature.length)
                .put(id)
                .putLong(timeS)
                .put(signature)
                .array();
        return "— " + key.name() + " " + Base64.getEncoder().encodeToString(all) + "\n";
    }
}
