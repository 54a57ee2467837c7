/** Tests of the package of the same name. */
@NullMarked
package eu.urne.audit.crypto;

import org.jspecify.annotations.NullMarked;
