/** Tests of the package of the same name. */
@NullMarked
package eu.urne.audit.tree;

import org.jspecify.annotations.NullMarked;
