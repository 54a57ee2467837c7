@org.jspecify.annotations.NullMarked
package eu.urne.engine.participation;
