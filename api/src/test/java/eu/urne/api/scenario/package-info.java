/** Scenarios: read, refused in words, and played. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.scenario;
