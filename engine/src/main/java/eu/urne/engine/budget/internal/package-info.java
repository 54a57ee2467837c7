/** What decides about budgets and proposals, and the aggregates that put it to work. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.budget.internal;
