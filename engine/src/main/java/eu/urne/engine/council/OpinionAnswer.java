package eu.urne.engine.council;

/** What the city does with an opinion of a council. */
public enum OpinionAnswer {
    /** What it says. */
    FOLLOWED,
    /** Some of it. */
    PARTLY,
    /** Not what it says. */
    NOT_FOLLOWED
}
