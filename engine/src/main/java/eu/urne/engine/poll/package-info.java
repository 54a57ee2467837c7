/**
 * A vote: definition, cards, opening, sealed ballots, closing, outcome. Used by budgets and councils. The root holds
 * commands, events and values; what decides on them is pure, what Axon needs is in {@code internal}.
 */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.poll;
