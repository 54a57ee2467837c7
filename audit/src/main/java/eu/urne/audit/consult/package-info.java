/** What the log says about questionnaires and gatherings: terms and tables (docs/formats/consultations.md). */
@NullMarked
package eu.urne.audit.consult;

import org.jspecify.annotations.NullMarked;
