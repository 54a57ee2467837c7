/** Tests of the code of a receipt. */
@NullMarked
package eu.urne.audit.code;

import org.jspecify.annotations.NullMarked;
