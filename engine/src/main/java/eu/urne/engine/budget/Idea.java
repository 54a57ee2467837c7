package eu.urne.engine.budget;

import eu.urne.engine.blob.BlobHash;
import java.util.List;

/**
 * An idea as it is handed in.
 *
 * @param text title and words, as a blob
 * @param category what it is about, an id
 * @param attachments pictures and sounds, at most 8
 */
public record Idea(BlobHash text, String category, Place place, List<Attachment> attachments) {

    private static final int MAX_ATTACHMENTS = 8;

    /** Checks category and number of attachments. */
    public Idea {
        Texts.checkId("category", category);
        attachments = List.copyOf(attachments);
        if (attachments.size() > MAX_ATTACHMENTS) {
            throw new IllegalArgumentException(
                    "attachments: at most " + MAX_ATTACHMENTS + " are possible, not " + attachments.size());
        }
    }
}
