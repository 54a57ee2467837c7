package eu.urne.api.rest;

import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.PassOver;
import java.util.List;

/** What the staff sends about draws. A candidate is an index into the pool, from 0. */
final class DrawBodies {

    private DrawBodies() {}

    /** A draw to announce (docs/formats/councils.md, section 3.1). */
    record DrawBody(DrawTerms terms) {}

    /**
     * The values of the randomness, as somebody has read them.
     *
     * @param values in the order of the sources, each in its one form (docs/formats/draw.md, section 2)
     */
    record RandomnessBody(List<String> values) {}

    /** Why somebody in the reserve is not seated. */
    record PassOverBody(PassOver reason) {}

    /** To whom a role is offered. */
    record OfferBody(int candidate) {}

    /** What somebody says to it. */
    record AnswerBody(int candidate, boolean accepted) {}
}
