/** How the rules count; reached through {@link eu.urne.engine.tally.Tally} only. */
@NullMarked
package eu.urne.engine.tally.internal;

import org.jspecify.annotations.NullMarked;
