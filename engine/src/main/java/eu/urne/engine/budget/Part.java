package eu.urne.engine.budget;

import eu.urne.engine.log.CanonicalJson;

/**
 * A part of the amount with a poll of its own: a site's, a district's, a theme's.
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
        if (cents < 1 || cents > CanonicalJson.MAX_INTEGER) {
            throw new IllegalArgumentException(
                    "parts: the amount of " + id + " must be from 1 to 2^53-1 cents, not " + cents);
        }
    }
}
