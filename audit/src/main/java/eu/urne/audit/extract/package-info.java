/** The files of the evidence of one poll (docs/formats/evidence.md). */
@NullMarked
package eu.urne.audit.extract;

import org.jspecify.annotations.NullMarked;
