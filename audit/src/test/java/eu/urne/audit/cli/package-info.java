/** Tests of the package of the same name. */
@NullMarked
package eu.urne.audit.cli;

import org.jspecify.annotations.NullMarked;
