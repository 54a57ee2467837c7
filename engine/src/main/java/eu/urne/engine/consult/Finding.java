package eu.urne.engine.consult;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.budget.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What became of a wish.
 *
 * @param wish one line that names nobody
 * @param text what was done, or why not; outside the log
 * @param links names of streams in which it can be followed, up to 10
 */
public record Finding(FindingId id, String wish, FindingState state, BlobHash text, List<String> links) {

    private static final int MOST_LINKS = 10;
    private static final Pattern LINK =
            Pattern.compile("(?=.{1,200}$)(?:budget|proposal|works|plan|motion|gathering)(?:/[a-z0-9-]{1,64}){1,3}");

    /** Checks wish and links. */
    public Finding {
        Texts.checkTitle("wish", wish);
        links = List.copyOf(links);
        if (links.size() > MOST_LINKS || new HashSet<>(links).size() < links.size()) {
            throw new IllegalArgumentException("links: at most " + MOST_LINKS + " are possible, none of them twice");
        }
        for (String link : links) {
            if (!LINK.matcher(link).matches()) {
                throw new IllegalArgumentException("links: \"" + link
                        + "\" is no name such as proposal/children-2026/bench (budget, proposal, works, plan, motion, "
                        + "gathering)");
            }
        }
    }
}
