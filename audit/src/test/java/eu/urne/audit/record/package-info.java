/** Tests of the package of the same name. */
@NullMarked
package eu.urne.audit.record;

import org.jspecify.annotations.NullMarked;
