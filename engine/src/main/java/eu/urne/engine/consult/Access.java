package eu.urne.engine.consult;

/** Who can answer a questionnaire. */
public enum Access {
    /** One answer for each one-time code. */
    TOKEN,
    /** Anybody, any number of times. */
    OPEN
}
