package eu.urne.api.tablet;

import java.util.regex.Pattern;

/**
 * Where a tablet will stand, and what the staff calls it.
 *
 * @param site id of the site: 1 to 40 characters of a-z, 0-9 and -
 * @param name 1 to 60 characters, such as {@code tablet 2}
 */
public record TabletPlace(String site, String name) {

    private static final Pattern SITE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 60;

    /** Checks both. */
    public TabletPlace {
        if (!SITE.matcher(site).matches()) {
            throw new IllegalArgumentException(
                    "site: must be 1 to 40 characters of a-z, 0-9 and -, not beginning with -");
        }
        name = name.strip();
        boolean printable = name.codePoints().allMatch(TabletPlace::isPrintable);
        if (name.isEmpty() || name.length() > LONGEST_NAME || !printable) {
            throw new IllegalArgumentException("name: must have 1 to " + LONGEST_NAME + " characters on one line");
        }
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
