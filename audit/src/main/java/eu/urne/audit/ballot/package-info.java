/** Sealed ballots and the choices in them (docs/formats/ballot.md). */
@NullMarked
package eu.urne.audit.ballot;

import org.jspecify.annotations.NullMarked;
