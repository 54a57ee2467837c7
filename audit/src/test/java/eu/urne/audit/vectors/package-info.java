/** The wire vectors of both implementations: how they are made, and the verifier held against them. */
@NullMarked
package eu.urne.audit.vectors;

import org.jspecify.annotations.NullMarked;
