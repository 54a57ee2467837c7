/** Servers that are killed, and what must not be lost. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.crash;
