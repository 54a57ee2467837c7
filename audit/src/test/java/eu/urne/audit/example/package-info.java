/**
 * Builds whole, good evidence from docs/formats alone, without the verifier's own code, so that tests can change one
 * thing and see it found.
 */
@NullMarked
package eu.urne.audit.example;

import org.jspecify.annotations.NullMarked;
