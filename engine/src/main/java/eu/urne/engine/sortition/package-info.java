/**
 * The draw of council members by lot (docs/formats/draw.md): pure functions from a frozen pool, a frozen specification
 * and values of public randomness to members and reserve.
 *
 * <p>{@link eu.urne.engine.sortition.Draw} is the entry. Nothing here reads a clock or has a source of chance of its
 * own, and all numbers are integers. Only the search for a list of panels ({@code sortition.search}) computes in
 * floating point: what it finds is checked here.
 */
@NullMarked
package eu.urne.engine.sortition;

import org.jspecify.annotations.NullMarked;
