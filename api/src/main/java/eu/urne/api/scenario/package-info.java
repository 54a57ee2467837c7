/** A year of a budget as a file: {@code urne replay --scenario} and the demonstration (docs/scenarios.md). */
@org.jspecify.annotations.NullMarked
package eu.urne.api.scenario;
