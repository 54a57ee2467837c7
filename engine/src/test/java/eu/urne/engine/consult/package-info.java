/** Tests of questionnaires and gatherings. */
@org.jspecify.annotations.NullMarked
package eu.urne.engine.consult;
