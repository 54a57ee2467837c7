/** The readable record of a poll, made from its evidence alone. */
@NullMarked
package eu.urne.audit.record;

import org.jspecify.annotations.NullMarked;
