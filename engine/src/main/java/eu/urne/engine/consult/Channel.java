package eu.urne.engine.consult;

/** How an answer came. */
public enum Channel {
    /** By a page or the interface. */
    ONLINE,
    /** On a sheet that was typed in. */
    PAPER
}
