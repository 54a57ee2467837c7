package eu.urne.engine.poll;

/**
 * The part of a participatory budget whose money a poll spends.
 *
 * @param budget id of the budget
 * @param part id of its part
 */
public record BudgetPart(String budget, String part) {}
