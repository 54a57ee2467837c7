package eu.urne.engine.council;

import eu.urne.engine.budget.Texts;

/**
 * Who signs minutes; the person behind it stands in the city's public record.
 *
 * @param role as what
 * @param seat of the chair, or 0 for somebody who holds none; 0 for a secretary
 * @param title an office, one line
 */
public record SignerTerms(SignerRole role, int seat, String title) {

    /** Checks ranges, naming the field. */
    public SignerTerms {
        Texts.checkTitle("title", title);
        if (seat < 0 || seat > CouncilTerms.MOST_SEATS) {
            throw new IllegalArgumentException("seat: " + seat + " is no seat, and not 0 for somebody who holds none");
        }
        if (seat != 0 && role == SignerRole.SECRETARY) {
            throw new IllegalArgumentException("seat: a secretary signs for the office, not for a seat; give 0");
        }
    }
}
