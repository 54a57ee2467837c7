/**
 * Fuzz targets for every parser of others' bytes. Each demands more than that nothing crashes: a refusal is the
 * documented exception with a sentence, what was read is written back as it was, and where verifier and engine both
 * read a format they accept the same bytes and see the same values.
 *
 * <p>In the build each target runs over its seeds, in the resources beside it; {@code ./urne fuzz} searches for more.
 */
@NullMarked
package eu.urne.audit.fuzz;

import org.jspecify.annotations.NullMarked;
