/**
 * Real installations on this machine, of server processes and databases, that are measured and damaged on purpose
 * (docs/reliability.md). Nothing here is used in service.
 */
@org.jspecify.annotations.NullMarked
package eu.urne.api.trial;
