/**
 * What can be done to a log, and the sentence that tells it: the table docs/tampering.md, held against the verifier.
 */
@NullMarked
package eu.urne.audit.tampering;

import org.jspecify.annotations.NullMarked;
