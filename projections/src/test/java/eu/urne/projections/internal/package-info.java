/** What the read models do when their database fails. */
@org.jspecify.annotations.NullMarked
package eu.urne.projections.internal;
