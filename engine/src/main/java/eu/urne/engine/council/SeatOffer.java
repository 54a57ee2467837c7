package eu.urne.engine.council;

import java.time.LocalDate;

/**
 * Seats that are to be drawn.
 *
 * @param seats how many, 1 to 500
 * @param from first day on which they are held
 * @param until the day after the last one
 */
public record SeatOffer(int seats, LocalDate from, LocalDate until) {

    /** Checks number and days. */
    public SeatOffer {
        if (seats < 1 || seats > CouncilTerms.MOST_SEATS) {
            throw new IllegalArgumentException(
                    "seats: 1 to " + CouncilTerms.MOST_SEATS + " are possible, not " + seats);
        }
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("until: a term that begins on " + from + " cannot end before " + until);
        }
    }
}
