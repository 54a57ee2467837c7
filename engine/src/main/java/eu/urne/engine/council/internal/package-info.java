@org.jspecify.annotations.NullMarked
package eu.urne.engine.council.internal;
