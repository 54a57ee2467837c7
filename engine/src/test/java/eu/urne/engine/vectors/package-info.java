/** The engine against the wire vectors that lie in the module audit. */
@NullMarked
package eu.urne.engine.vectors;

import org.jspecify.annotations.NullMarked;
