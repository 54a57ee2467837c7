/** Where evidence is read from: archive, directory or site (docs/formats/evidence.md). */
@NullMarked
package eu.urne.audit.source;

import org.jspecify.annotations.NullMarked;
