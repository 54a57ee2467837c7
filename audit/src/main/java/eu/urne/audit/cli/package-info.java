/** The command line. */
@NullMarked
package eu.urne.audit.cli;

import org.jspecify.annotations.NullMarked;
