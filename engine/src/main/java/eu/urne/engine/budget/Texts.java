package eu.urne.engine.budget;

import eu.urne.engine.log.Characters;

/** Limits of the short texts that stand in the log; each check refuses with a sentence that names the field. */
public final class Texts {

    private static final int MAX_TITLE = 200;

    private Texts() {}

    /** 1 to 40 characters of a-z, 0-9 and -, not beginning with -. */
    public static void checkId(String field, String id) {
        if (!Characters.areName(id, 40)) {
            throw new IllegalArgumentException(field + ": the id \"" + id
                    + "\" must be 1 to 40 characters of a-z, 0-9 and -, not beginning with -");
        }
    }

    /** One line of 1 to 200 characters. */
    public static void checkTitle(String field, String text) {
        if (text.isBlank()
                || text.length() > MAX_TITLE
                || !isReadable(text)
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + " must be one line of 1 to " + MAX_TITLE + " characters");
        }
    }

    /** So many characters, several lines allowed. */
    public static void checkText(String field, String text, int least, int most) {
        if (text.strip().length() < least || text.length() > most) {
            throw new IllegalArgumentException(field + " must have " + least + " to " + most + " characters");
        }
        if (!isReadable(text)) {
            throw new IllegalArgumentException(field + " must have no control characters");
        }
    }

    /** Whether a text has no control characters but line ends and tabs, and no halves of characters. */
    public static boolean isReadable(String text) {
        return text.codePoints()
                .allMatch(point -> point == '\n'
                        || point == '\t'
                        || !(Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE));
    }
}
