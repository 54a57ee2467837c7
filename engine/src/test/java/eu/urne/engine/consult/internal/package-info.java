/** Tests of what is told of answers. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.consult.internal;
