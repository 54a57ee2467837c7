/**
 * Consultations: questionnaires with their answers, results and findings, and gatherings
 * (docs/formats/consultations.md). Answers stand outside the log, which has a salted hash of each; nobody is named in
 * either.
 */
@NullMarked
package eu.urne.engine.consult;

import org.jspecify.annotations.NullMarked;
