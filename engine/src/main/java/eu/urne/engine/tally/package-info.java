/**
 * Counting: pure functions from an election and a frozen rule to an outcome that explains itself.
 *
 * <p>{@link eu.urne.engine.tally.Tally} is the entry. Nothing here depends on anything but the JDK; nothing reads a
 * clock, draws a random number, logs, or decides by floating point. Money and points are whole numbers in units that
 * the caller chooses (cents, tenths of a point), options are named by their index in the declared order.
 */
@NullMarked
package eu.urne.engine.tally;

import org.jspecify.annotations.NullMarked;
