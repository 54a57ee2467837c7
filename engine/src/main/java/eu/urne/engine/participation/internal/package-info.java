/** What decides about the publication of figures, and the aggregate that puts it to work. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.participation.internal;
