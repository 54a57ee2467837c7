/** Tests of the package of the same name. */
@NullMarked
package eu.urne.audit.source;

import org.jspecify.annotations.NullMarked;
