/** Tests of the package of the same name. */
@NullMarked
package eu.urne.audit.ballot;

import org.jspecify.annotations.NullMarked;
