/** Module audit. */
@org.jspecify.annotations.NullMarked
package eu.urne.audit;
