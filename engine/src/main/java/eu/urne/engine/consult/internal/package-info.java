/** What decides about questionnaires and gatherings, counts answers and keeps them. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.consult.internal;
