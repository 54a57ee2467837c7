package eu.urne.engine.budget;

import eu.urne.engine.blob.BlobHash;
import java.util.List;

/**
 * A picture or a sound that belongs to an idea.
 *
 * @param blob its content, outside the log
 * @param type {@code image/jpeg}, {@code image/png}, {@code audio/mpeg} or {@code audio/ogg}, as its content says
 * @param bytes its length
 */
public record Attachment(BlobHash blob, String type, long bytes) {

    private static final List<String> TYPES = List.of("image/jpeg", "image/png", "audio/mpeg", "audio/ogg");
    private static final long MAX_BYTES = 20_000_000;

    /** Checks type and length. */
    public Attachment {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("attachments: the type \"" + type + "\" is none of " + TYPES);
        }
        if (bytes < 1 || bytes > MAX_BYTES) {
            throw new IllegalArgumentException("attachments: a file has 1 to " + MAX_BYTES + " bytes, not " + bytes);
        }
    }
}
