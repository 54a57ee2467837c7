package eu.urne.engine.works;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A picture of the works.
 *
 * @param blob its content, outside the log
 * @param caption what it shows, in words; null where nothing is said
 */
public record Photo(BlobHash blob, @Nullable String caption) {

    /** Checks the caption. */
    public Photo {
        if (caption != null) {
            Texts.checkTitle("caption", caption);
        }
    }
}
