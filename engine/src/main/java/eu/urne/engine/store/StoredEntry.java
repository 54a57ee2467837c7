package eu.urne.engine.store;

/**
 * An entry in its place.
 *
 * @param position in the one order of both logs, from 1
 * @param index in its own log, from 0
 * @param sealed the exact bytes, signature included
 */
public record StoredEntry(long position, LogName log, long index, byte[] sealed) {}
