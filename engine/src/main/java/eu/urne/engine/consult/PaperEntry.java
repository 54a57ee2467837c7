package eu.urne.engine.consult;

/** How sheets of paper come into a questionnaire. */
public enum PaperEntry {
    /** There are none. */
    NONE,
    /** One person types each. */
    ONCE,
    /** Two persons type each, alone and alike. */
    TWICE
}
