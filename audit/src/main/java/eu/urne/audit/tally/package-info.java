/** The recount: a plain textbook implementation of the rules (docs/formats/events.md, sections 3 and 4). */
@NullMarked
package eu.urne.audit.tally;

import org.jspecify.annotations.NullMarked;
