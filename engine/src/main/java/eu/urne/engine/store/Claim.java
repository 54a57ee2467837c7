package eu.urne.engine.store;

import eu.urne.engine.log.TreeHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A fact that the log has established and that a later append can rest on ("poll p is open", "token t is authorised"),
 * kept as the first 128 bits of the SHA-256 of its text. Claims are made in the transaction of the entry that makes
 * them, and never undone.
 */
public record Claim(long high, long low) {

    /** The claim with this text. */
    public static Claim of(String text) {
        ByteBuffer hash = ByteBuffer.wrap(TreeHash.sha256(text.getBytes(StandardCharsets.UTF_8)));
        return new Claim(hash.getLong(), hash.getLong());
    }

    /** The claim that is stored under these 16 bytes. */
    static Claim ofBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Claim(buffer.getLong(), buffer.getLong());
    }

    /** The 16 bytes under which it is stored. */
    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }
}
