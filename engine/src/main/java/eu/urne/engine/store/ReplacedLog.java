package eu.urne.engine.store;

import eu.urne.engine.log.Origin;

/**
 * A log that a new one continues, because it was restored to a state that it must not go on from (docs/formats/log.md,
 * section 4).
 *
 * @param checkpoint the last that is known of it: a signed note
 */
public record ReplacedLog(Origin origin, String checkpoint) {}
