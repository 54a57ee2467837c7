/** Tests of the package of the same name. */
@NullMarked
package eu.urne.audit.verify;

import org.jspecify.annotations.NullMarked;
