package eu.urne.audit.verify;

/**
 * Where an event stands.
 *
 * @param index index of its entry
 * @param cause id of its command
 */
record Place(long index, String cause) {
    /** Tells whether another event is of the same command. */
    boolean isOfCommandOf(Place other) {
        return cause.equals(other.cause);
    }
}
