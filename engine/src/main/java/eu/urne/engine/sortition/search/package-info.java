/**
 * The search for a list of panels that meet overlapping quotas (docs/adr/0015-panels-by-exchange.md).
 *
 * <p>This is the one place of the draw that computes in floating point: it looks for a good list, and decides nothing.
 * Whatever it finds is checked in integers, is published before the randomness, and is all that counts.
 */
@NullMarked
package eu.urne.engine.sortition.search;

import org.jspecify.annotations.NullMarked;
