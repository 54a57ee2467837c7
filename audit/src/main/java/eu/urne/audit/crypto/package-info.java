/** Hashes, signatures and the opening of sealed messages. */
@NullMarked
package eu.urne.audit.crypto;

import org.jspecify.annotations.NullMarked;
