/** Entries of the log and their ids (docs/formats/log.md, section 3). */
@NullMarked
package eu.urne.audit.entry;

import org.jspecify.annotations.NullMarked;
