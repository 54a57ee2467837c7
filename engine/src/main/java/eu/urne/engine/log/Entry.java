package eu.urne.engine.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event as it stands in a log, without its signature (docs/formats/log.md, section 3).
 *
 * @param id unique within the installation, see {@link #id(String, int)}
 * @param stream name of the stream; null for an event that belongs to none
 * @param seq number in the stream, from 0; 0 where there is no stream
 * @param type name of the event with its version
 * @param at milliseconds since the epoch as told by the node; information only
 * @param by who commanded, without personal data
 * @param cause id of the command
 * @param meta further strings, may be empty
 * @param data the event
 */
public record Entry(
        UUID id,
        @Nullable String stream,
        long seq,
        String type,
        long at,
        String by,
        String cause,
        Map<String, String> meta,
        JsonNode data) {

    /** Most bytes of an entry. */
    public static final int MAX_BYTES = 65_535;

    /** Checks what does not depend on the encoding. */
    public Entry {
        if (!Characters.areCause(cause)) {
            throw new IllegalArgumentException(
                    "the command id \"" + cause + "\" must be 1 to 128 characters of A-Z a-z 0-9 . _ : / -");
        }
        if (by.isEmpty() || by.length() > 64) {
            throw new IllegalArgumentException("\"by\" must have 1 to 64 characters");
        }
        if (stream != null && stream.isEmpty()) {
            throw new IllegalArgumentException("the name of a stream must not be empty");
        }
        if (seq < 0) {
            throw new IllegalArgumentException("the number in the stream must not be negative");
        }
    }

    /**
     * The id of a command's event: a UUID of version 8 from SHA-256 of command id and number, the same on every retry.
     *
     * @param number of the event in its command, from 0
     */
    public static UUID id(String cause, int number) {
        byte[] suffix = ByteBuffer.allocate(5).put((byte) 0).putInt(number).array();
        ByteBuffer hash = ByteBuffer.wrap(TreeHash.sha256(cause.getBytes(StandardCharsets.UTF_8), suffix));
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
