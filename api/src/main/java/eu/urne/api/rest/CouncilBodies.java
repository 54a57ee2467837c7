package eu.urne.api.rest;

import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.VacancyReason;
import java.time.LocalDate;

/** What the staff sends about councils and their seats. */
final class CouncilBodies {

    private CouncilBodies() {}

    /** A council to establish (docs/formats/councils.md, section 2). */
    record CouncilBody(CouncilTerms terms) {}

    /**
     * Other terms from now on.
     *
     * @param reason that is published
     */
    record CouncilRevisionBody(CouncilTerms terms, String reason) {}

    /**
     * A seat that is given up.
     *
     * @param day from which on it is free
     */
    record VacancyBody(LocalDate day, VacancyReason reason) {}

    /**
     * A vacant seat to fill with the next of its draw.
     *
     * @param day from which on it is held
     */
    record ReplacementBody(LocalDate day) {}
}
