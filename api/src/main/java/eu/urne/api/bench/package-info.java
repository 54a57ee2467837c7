/** Measurements: each compares within one run, because machines are noisy. Nothing here is used in service. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.bench;
