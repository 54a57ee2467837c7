/**
 * Participatory budgets: opened with an amount, sites and a calendar, led through their phases; and the proposals
 * handed in to them.
 */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.budget;
