/** What decides about registers, and the aggregates that put it to work. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.roll.internal;
