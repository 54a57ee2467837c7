package eu.urne.projections.internal;

import eu.urne.engine.store.StoredEntry;
import java.util.function.Supplier;

/**
 * An event in its place in the log.
 *
 * @param position in the one order of both logs, from 1
 * @param atMs when it was told to have happened, milliseconds since the epoch; only the day where secrecy asks for it
 * @param event what happened
 * @param stored the entry, read on demand
 */
public record LogEvent(long position, long atMs, Object event, Supplier<StoredEntry> stored) {}
