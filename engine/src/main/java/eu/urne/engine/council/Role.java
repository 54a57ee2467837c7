package eu.urne.engine.council;

import eu.urne.engine.budget.Texts;

/**
 * A role for those who were not drawn: a working group, a jury, the animators of a site.
 *
 * @param id 1 to 40 characters of a-z, 0-9 and -
 * @param title one official line
 * @param places 1 to 10,000
 */
public record Role(String id, String title, int places) {

    private static final int MOST_PLACES = 10_000;

    /** Checks all. */
    public Role {
        Texts.checkId("role", id);
        Texts.checkTitle("title", title);
        if (places < 1 || places > MOST_PLACES) {
            throw new IllegalArgumentException("places: 1 to " + MOST_PLACES + " are possible, not " + places);
        }
    }
}
