/** Verifier keys, signed notes, checkpoints and receipts (docs/formats/log.md, sections 5, 7 and 9). */
@NullMarked
package eu.urne.audit.note;

import org.jspecify.annotations.NullMarked;
