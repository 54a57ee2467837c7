/** Tests of the package of the same name. */
@NullMarked
package eu.urne.audit.note;

import org.jspecify.annotations.NullMarked;
