package eu.urne.engine.council;

import eu.urne.engine.budget.Texts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a council is established with.
 *
 * @param kind id of its kind, a word of the city's
 * @param district id of the district whose council it is; null for the whole city
 * @param seats 1 to 500
 * @param termMonths how long a seat is held, 1 to 120 months
 * @param procedure how it meets and decides
 * @param demonstration whether it only shows how things are done
 */
public record CouncilTerms(
        CouncilId council,
        String title,
        String kind,
        @Nullable String district,
        Membership members,
        int seats,
        int termMonths,
        Procedure procedure,
        boolean demonstration) {

    /** Seats of a council, at most. */
    public static final int MOST_SEATS = 500;

    private static final int MOST_MONTHS = 120;

    /** Checks all. */
    public CouncilTerms {
        Texts.checkTitle("title", title);
        Texts.checkId("kind", kind);
        if (district != null) {
            Texts.checkId("district", district);
        }
        if (seats < 1 || seats > MOST_SEATS) {
            throw new IllegalArgumentException("seats: 1 to " + MOST_SEATS + " are possible, not " + seats);
        }
        if (termMonths < 1 || termMonths > MOST_MONTHS) {
            throw new IllegalArgumentException("termMonths: 1 to " + MOST_MONTHS + " are possible, not " + termMonths);
        }
    }

    /** Whether these can follow on others: it is the same council in all that stays. */
    public boolean isRevisionOf(CouncilTerms earlier) {
        return council.equals(earlier.council)
                && kind.equals(earlier.kind)
                && members == earlier.members
                && demonstration == earlier.demonstration
                && Objects.equals(district, earlier.district);
    }
}
