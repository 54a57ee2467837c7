package eu.urne.engine.poll;

/** Whether a token can still vote, as far as the log tells of the token alone. */
public enum CardUse {
    /** Nothing in the log speaks against it; it may be unknown there. */
    FREE,
    /** A ballot of it is in the urn. */
    USED,
    /** Its card is void. */
    VOID
}
