/** Module projections. */
@org.jspecify.annotations.NullMarked
package eu.urne.projections;
