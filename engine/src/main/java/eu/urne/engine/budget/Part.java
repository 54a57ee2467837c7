package eu.urne.engine.budget;

/**
 * A part of the amount with a poll of its own: a site's, a district's, a theme's, or the common rest.
 *
 * @param id 1 to 40 characters of a-z, 0-9 and -, once in the budget
 * @param title as the city writes it
 * @param cents from 1 to 2^53-1
 */
public record Part(String id, String title, long cents) {

    /** Checks all. */
    public Part {
        Texts.checkId("parts", id);
        Texts.checkTitle("parts: the title of " + id, title);
        if (cents < 1) {
            throw new IllegalArgumentException("parts: the amount of " + id + " must be at least 1 cent, not " + cents);
        }
    }
}
