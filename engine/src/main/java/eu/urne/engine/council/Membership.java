package eu.urne.engine.council;

/** Who sits in a council. */
public enum Membership {
    /** Persons, for themselves. */
    PERSONS,
    /** Organisations, each by whom it sends. */
    ORGANISATIONS
}
