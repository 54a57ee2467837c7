/**
 * Who took part in a poll, in figures that single out nobody: {@link eu.urne.engine.participation.Suppression} decides
 * what is told, once, at the close.
 */
@NullMarked
package eu.urne.engine.participation;

import org.jspecify.annotations.NullMarked;
