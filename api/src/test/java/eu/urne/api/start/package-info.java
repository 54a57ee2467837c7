/** What keeps a server from starting. */
@org.jspecify.annotations.NullMarked
package eu.urne.api.start;
