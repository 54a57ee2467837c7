/** What decides about works and plan lines, and the aggregates that put it to work. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.works.internal;
