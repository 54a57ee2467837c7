package eu.urne.audit.verify;

import eu.urne.audit.Check;

/** Says what is wrong in a stream of councils or consultations (checks 13 and 14). */
final class Protest {
    private final Findings findings;
    private final Check check;
    private final String subject;

    Protest(Findings findings, String subject) {
        this(findings, Check.COUNCILS, subject);
    }

    Protest(Findings findings, Check check, String subject) {
        this.findings = findings;
        this.check = check;
        this.subject = subject;
    }

    /** Adds a finding: the subject and what is wrong with it. */
    void wrong(Place place, String what) {
        findings.entry(check, place.index(), subject + " " + what);
    }

    /** Adds a finding unless something holds; tells whether it does. */
    boolean demand(boolean holds, Place place, String otherwise) {
        if (!holds) {
            wrong(place, otherwise);
        }
        return holds;
    }

    /** Demands that an event stands directly behind another one, by the same command. */
    boolean directlyBehind(Place place, Place before, String otherwise) {
        return demand(place.isDirectlyBehind(before), place, otherwise);
    }
}
