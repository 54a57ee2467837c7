/** What decides about polls and ballots, and the aggregates that put it to work. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.poll.internal;
