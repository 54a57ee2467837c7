/** Canonical JSON (docs/formats/log.md, section 2) and strict text encodings. */
@NullMarked
package eu.urne.audit.json;

import org.jspecify.annotations.NullMarked;
