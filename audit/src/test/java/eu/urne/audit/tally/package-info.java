/** Tests of the package of the same name. */
@NullMarked
package eu.urne.audit.tally;

import org.jspecify.annotations.NullMarked;
