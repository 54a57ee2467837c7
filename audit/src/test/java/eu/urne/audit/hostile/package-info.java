/** Evidence made to exhaust or mislead the verifier, given to its command line in a small process of its own. */
@NullMarked
package eu.urne.audit.hostile;

import org.jspecify.annotations.NullMarked;
