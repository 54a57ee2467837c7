/** The Merkle tree of RFC 6962 and its tiles (docs/formats/log.md, sections 6 and 8). */
@NullMarked
package eu.urne.audit.tree;

import org.jspecify.annotations.NullMarked;
