package eu.urne.engine.vault;

/** How far a person of the vault has come in the register of a poll. */
public enum Standing {
    /** Not admitted. */
    NEW,
    /** Admitted, and without a card. */
    ADMITTED,
    /** Was given a card. */
    SERVED
}
