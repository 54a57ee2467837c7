package eu.urne.audit.event;

import eu.urne.audit.note.Checkpoint;

/**
 * What the public log says about the register (docs/formats/events.md, section 1).
 *
 * @param admitted persons admitted
 * @param handedOut cards handed out
 * @param voided cards declared void
 * @param checkpoint the checkpoint of the register log; its signature cannot be checked here, as its key stands there
 */
public record RegisterFigures(long admitted, long handedOut, long voided, Checkpoint checkpoint) {}
