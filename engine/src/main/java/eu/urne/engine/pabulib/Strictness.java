package eu.urne.engine.pabulib;

/** What becomes of a file that is odd but can be understood. */
public enum Strictness {
    /** It is read; what is odd, and what was made of it, stands in {@link PbFile#notes()}. */
    LENIENT,
    /** It is refused at the first oddity, by a {@link PbException} with line and field. */
    STRICT
}
