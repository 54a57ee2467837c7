/**
 * An independent verifier of evidence, written from the pages in docs/formats alone. It shares no code with the engine,
 * so that a mistake or a back door there does not verify itself.
 *
 * <p>The way in is {@link eu.urne.audit.Verification}; what comes out is a {@link eu.urne.audit.Report}.
 */
@NullMarked
package eu.urne.audit;

import org.jspecify.annotations.NullMarked;
