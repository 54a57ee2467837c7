/**
 * Real elections as published by Pabulib: {@link eu.urne.engine.pabulib.PbReader} reads a {@code .pb} file into a
 * {@link eu.urne.engine.pabulib.PbFile}, {@link eu.urne.engine.pabulib.PbRules} turns its rule into one that can be
 * counted.
 *
 * @see <a href="https://pabulib.org/format">the .pb format</a>
 */
@NullMarked
package eu.urne.engine.pabulib;

import org.jspecify.annotations.NullMarked;
