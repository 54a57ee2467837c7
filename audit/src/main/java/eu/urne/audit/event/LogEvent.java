package eu.urne.audit.event;

import org.jspecify.annotations.Nullable;

/** Events of the stream {@code log/public} or {@code log/register} (docs/formats/log.md, section 4). */
public sealed interface LogEvent extends Event {

    /**
     * The genesis of a log.
     *
     * @param key the verifier key string of its first key
     * @param origin its origin
     * @param replaces the log that it continues, or null
     */
    record LogCreated(String key, String origin, @Nullable Replaced replaces) implements LogEvent {}

    /**
     * The log that a new one continues.
     *
     * @param checkpoint its last known checkpoint, a signed note
     * @param origin its origin
     */
    record Replaced(String checkpoint, String origin) {}

    /**
     * A further key is in force from the next entry on.
     *
     * @param key its verifier key string
     */
    record KeyAdded(String key) implements LogEvent {}

    /**
     * A key is in force no longer.
     *
     * @param keyId 8 hex digits
     */
    record KeyRetired(String keyId) implements LogEvent {}
}
