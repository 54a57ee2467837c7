package eu.urne.projections;

/**
 * Something that happened, and when it was told.
 *
 * @param <E> what kind of thing
 * @param atMs milliseconds since the epoch
 */
public record Told<E>(E event, long atMs) {}
