package eu.urne.engine.council;

/** As what somebody signs minutes. */
public enum SignerRole {
    /** Who chaired the meeting. */
    CHAIR,
    /** Who wrote the minutes. */
    SECRETARY
}
