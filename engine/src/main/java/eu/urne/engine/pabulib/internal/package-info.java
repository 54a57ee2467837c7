/** How {@code .pb} files are read, section by section. */
@NullMarked
package eu.urne.engine.pabulib.internal;

import org.jspecify.annotations.NullMarked;
