/** The logs as files: tiles, bundles and the evidence archive. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.evidence;
