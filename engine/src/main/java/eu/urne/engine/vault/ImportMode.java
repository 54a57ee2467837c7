package eu.urne.engine.vault;

/** What is written where lines of a file are wrong. */
public enum ImportMode {
    /** Nothing. */
    ALL_OR_NOTHING,
    /** All lines that are right. */
    GOOD_LINES
}
