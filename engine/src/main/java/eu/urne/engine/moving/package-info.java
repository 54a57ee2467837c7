/**
 * A whole store at once: checks everything in it, copies it to another store, backs an installation up and restores it.
 * Works below the engine, on the tables themselves.
 */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.moving;
