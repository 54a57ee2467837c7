/**
 * What becomes of proposals: milestones, expenses, delays and measures of those that won, and what is told of those
 * that did not; and the lines of the city's investment plan that were decided with citizens.
 */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.works;
