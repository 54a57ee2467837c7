package eu.urne.audit;

import eu.urne.audit.json.StrictText;

/**
 * One thing that is wrong with the evidence.
 *
 * @param check which check found it
 * @param place where: {@code entry 17} or the name of a file
 * @param text what, printable and at most 500 characters
 */
public record Finding(Check check, String place, String text) {
    private static final int MAX_CHARACTERS = 500;

    /** Makes both texts printable, whatever the evidence put into them. */
    public Finding {
        place = StrictText.printable(place, MAX_CHARACTERS);
        text = StrictText.printable(text, MAX_CHARACTERS);
    }

    /** Gives one sentence: place, colon, text. */
    public String sentence() {
        return place + ": " + text;
    }
}
