package eu.urne.engine.council;

/** Whether a member is at a meeting. */
public enum Presence {
    /** In the room. */
    ROOM,
    /** From elsewhere. */
    REMOTE,
    /** Not, and has said so. */
    EXCUSED,
    /** Not, and has not said so. */
    ABSENT,
    /** Was there, and left. */
    LEFT;

    /** Whether the member is there now, in the room or from elsewhere. */
    public boolean isThere() {
        return this == ROOM || this == REMOTE;
    }
}
