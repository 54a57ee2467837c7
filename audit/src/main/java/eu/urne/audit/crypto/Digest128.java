package eu.urne.audit.crypto;

import java.nio.ByteBuffer;

/**
 * The first 128 bits of a SHA-256 hash: what is kept of ids, streams, tokens and encapsulated keys to find them again.
 *
 * @param high the first 8 bytes
 * @param low the next 8 bytes
 */
public record Digest128(long high, long low) {

    /**
     * Hashes byte strings joined.
     *
     * @param parts the parts, in order
     */
    public static Digest128 of(byte[]... parts) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.hash(parts));
        return new Digest128(hash.getLong(), hash.getLong());
    }
}
