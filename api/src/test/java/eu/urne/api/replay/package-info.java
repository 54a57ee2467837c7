/** Real elections, replayed and verified. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.replay;
