/** Tests of the verifier as a whole. */
@NullMarked
package eu.urne.audit;

import org.jspecify.annotations.NullMarked;
