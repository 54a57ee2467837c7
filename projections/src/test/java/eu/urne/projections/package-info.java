/** Tests of the read models on their databases. */
@org.jspecify.annotations.NullMarked
package eu.urne.projections;
