package eu.urne.audit.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.urne.audit.crypto.Sha256;
import java.nio.ByteBuffer;
import java.util.UUID;

/** The id of an entry: a UUID of version 8 that follows from its command (docs/formats/log.md, section 3; RFC 9562). */
public final class EntryId {
    private static final long VERSION_MASK = 0xf000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT_SHIFTED = 0x2L << 62;

    private EntryId() {}

    /**
     * Computes an id.
     *
     * @param cause id of the command
     * @param number number of the event among those of its command, from 0
     * @return the id in lower-case text
     */
    public static String of(String cause, int number) {
        byte[] count = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        ByteBuffer hash = ByteBuffer.wrap(Sha256.hash(cause.getBytes(UTF_8), new byte[] {0}, count));
        long high = (hash.getLong() & ~VERSION_MASK) | VERSION_8;
        long low = ((hash.getLong() << 2) >>> 2) | VARIANT_SHIFTED;
        return new UUID(high, low).toString();
    }
}
