package eu.urne.engine.poll;

/** In which order the options are shown to a voter (docs/formats/ballot.md, section 6). */
public enum Presentation {
    /** In the order of the definition. */
    DECLARED,
    /** In an order of each voter's own, that follows from the token. */
    SHUFFLED
}
