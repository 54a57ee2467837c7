package eu.urne.engine.log;

/**
 * Checks of the texts that every entry has several of: a loop over the characters, since patterns took a sixth of the
 * time in which a log is read.
 */
public final class Characters {

    private Characters() {}

    /** Whether a text is lower-case hex digits and nothing else. */
    public static boolean areHex(String text, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (!(isDigit(c) || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is a name: 1 to {@code most} characters of a-z, 0-9 and -, not beginning with -. */
    public static boolean areName(String text, int most) {
        if (text.isEmpty() || text.length() > most || text.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(isLower(c) || isDigit(c) || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text can be the id of a command: 1 to 128 characters of A-Z a-z 0-9 . _ : / -. */
    static boolean areCause(String text) {
        if (text.isEmpty() || text.length() > 128) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = isLower(c) || (c >= 'A' && c <= 'Z');
            if (!(letter || isDigit(c) || (c >= '-' && c <= '/') || c == ':' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
