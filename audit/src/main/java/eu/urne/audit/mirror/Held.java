package eu.urne.audit.mirror;

import eu.urne.audit.crypto.Bytes;
import eu.urne.audit.note.Checkpoint;
import eu.urne.audit.note.VerifierKey;

/**
 * The state that a mirror holds.
 *
 * @param key the key of the log
 * @param checkpoint its latest checkpoint
 * @param note the signed note of it
 */
public record Held(VerifierKey key, Checkpoint checkpoint, Bytes note) {}
