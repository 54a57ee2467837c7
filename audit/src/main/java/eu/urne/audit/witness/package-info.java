/**
 * A witness of logs (docs/formats/witness.md; c2sp.org/tlog-witness): remembers the latest checkpoint of each log, and
 * cosigns a newer one only if it is proved to begin with it.
 */
@NullMarked
package eu.urne.audit.witness;

import org.jspecify.annotations.NullMarked;
