package eu.urne.audit.verify;

/**
 * Where an event stands.
 *
 * @param index index of its entry
 * @param cause id of its command
 * @param by who commanded
 * @param at when, as the node told it: milliseconds since 1970
 */
record Place(long index, String cause, String by, long at) {
    /** Before every entry. */
    static final Place NONE = new Place(0, "", "", 0);

    /** Tells whether another event is of the same command. */
    boolean isOfCommandOf(Place other) {
        return cause.equals(other.cause);
    }

    /** Tells whether another event is of the same command and stands directly before this one. */
    boolean isDirectlyBehind(Place other) {
        return isOfCommandOf(other) && index == other.index + 1;
    }
}
