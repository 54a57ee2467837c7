package eu.urne.engine.consult;

import eu.urne.engine.poll.Hash;

/**
 * An answer as it is kept beside the log.
 *
 * @param leaf its hash in the log
 * @param salt 32 bytes; the caller may not change it
 * @param content its canonical JSON; the caller may not change it
 */
public record KeptAnswer(Hash leaf, byte[] salt, byte[] content) {}
