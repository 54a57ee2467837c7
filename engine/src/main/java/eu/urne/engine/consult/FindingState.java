package eu.urne.engine.consult;

/** What became of a wish. */
public enum FindingState {
    /** What was wished. */
    DONE,
    /** Some of it. */
    PARTLY,
    /** It will be. */
    PLANNED,
    /** It will not be. */
    NOT
}
