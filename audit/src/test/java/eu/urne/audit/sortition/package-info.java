/** The draw, replayed, against the engine's. */
@NullMarked
package eu.urne.audit.sortition;

import org.jspecify.annotations.NullMarked;
