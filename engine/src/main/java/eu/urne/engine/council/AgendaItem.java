package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Something on the agenda of a meeting.
 *
 * @param id 1 to 40 characters of a-z, 0-9 and -
 * @param by who hands it in
 * @param seat of the member; there with {@link By#MEMBER} and no other
 * @param title one official line that names nobody
 * @param text what is written about it, outside the log; null for nothing
 * @param motion on which it is voted; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgendaItem(
        String id,
        By by,
        @Nullable Integer seat,
        String title,
        @Nullable BlobHash text,
        @Nullable MotionId motion) {

    /** Checks all. */
    public AgendaItem {
        Texts.checkId("item", id);
        Texts.checkTitle("title", title);
        if ((by == By.MEMBER) != (seat != null)) {
            throw new IllegalArgumentException("seat: it stands exactly where a member hands the item in");
        }
    }

    /** Who hands an item in. */
    public enum By {
        /** The city. */
        CITY,
        /** A member of the council. */
        MEMBER,
        /** An inhabitant. */
        RESIDENT
    }
}
