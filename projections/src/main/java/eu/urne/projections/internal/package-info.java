/** How the read models are built and kept: the database, what events do to it, and up to where. */
@org.jspecify.annotations.NullMarked
package eu.urne.projections.internal;
