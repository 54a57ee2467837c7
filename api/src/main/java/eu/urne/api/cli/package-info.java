/** The commands of {@code urne}. */
@NullMarked
package eu.urne.api.cli;

import org.jspecify.annotations.NullMarked;
