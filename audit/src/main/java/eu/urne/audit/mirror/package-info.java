/**
 * The monitor: keeps a mirror of a log and holds every new checkpoint against what it has seen before
 * (docs/monitor.md). A mirror is evidence at any moment (docs/formats/evidence.md): files of a new state are written
 * beside those of the old one, the checkpoint changes last and in one step, and only then what it no longer needs is
 * removed.
 */
@NullMarked
package eu.urne.audit.mirror;

import org.jspecify.annotations.NullMarked;
