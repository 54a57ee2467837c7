package eu.urne.api.site;

/** Shares of money for drawings, in thousandths. */
final class Share {

    /** Thousandths of a whole. */
    static final int WHOLE = 1000;

    private Share() {}

    /**
     * Thousandths that a part is of a whole, rounded down, at most all of them.
     *
     * @param part from 0
     * @param whole 0 or less has no parts
     */
    static int of(long part, long whole) {
        if (whole <= 0 || part <= 0) {
            return 0;
        }
        if (part >= whole) {
            return WHOLE;
        }
        return Math.toIntExact(
                part <= Long.MAX_VALUE / WHOLE ? part * WHOLE / whole : part / Math.max(1, whole / WHOLE));
    }
}
