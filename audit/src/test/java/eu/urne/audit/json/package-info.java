/** Tests of the package of the same name. */
@NullMarked
package eu.urne.audit.json;

import org.jspecify.annotations.NullMarked;
