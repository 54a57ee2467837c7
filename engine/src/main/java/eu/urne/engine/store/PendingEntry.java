package eu.urne.engine.store;

import eu.urne.engine.log.Entry;

/** An entry that its caller has serialised and signed, and that now waits for its place in the log. */
public record PendingEntry(LogName log, Entry entry, byte[] sealed, Guard.Terms terms) {}
