/**
 * Polls behind their outcome as others read them: {@link eu.urne.engine.open.PublishedElection} is a Pabulib file
 * (docs/formats/open-data.md).
 */
@NullMarked
package eu.urne.engine.open;

import org.jspecify.annotations.NullMarked;
