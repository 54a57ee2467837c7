package eu.urne.api.site;

import eu.urne.engine.budget.ProposalId;
import eu.urne.projections.ProposalState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project as lists show it.
 *
 * @param title of the ballot, else the authors'; null where it is erased
 * @param cents what it costs; null where that is not known
 * @param part whose ballot it is on; null before
 * @param picture address of its picture; null where it has none
 * @param sounds addresses of its sounds
 * @param text its words; empty where there are none or they are erased
 */
public record ProjectCard(
        ProposalId id,
        ProposalState state,
        @Nullable String title,
        String site,
        String category,
        @Nullable Long cents,
        @Nullable String part,
        @Nullable String picture,
        List<String> sounds,
        String text) {

    /** Copies the list. */
    public ProjectCard {
        sounds = List.copyOf(sounds);
    }

    /** Its words, shortened for a list, at the end of a word. */
    public String teaser() {
        int most = 160;
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most);
        return text.substring(0, space > 0 ? space : most) + " …";
    }
}
