package eu.urne.engine.council;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who holds or held a seat, from when to when.
 *
 * @param draw the draw that gave it
 * @param candidate number in the pool of that draw
 * @param from first day
 * @param until the day after the last one of the term
 * @param vacated the day from which on it is free before that; null where it was not vacated
 */
public record Tenure(
        DrawId draw,
        int candidate,
        LocalDate from,
        LocalDate until,
        @Nullable LocalDate vacated) {

    /** Whether the seat is held on a day. */
    public boolean on(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(end());
    }

    /** The day from which on it is free. */
    public LocalDate end() {
        return vacated == null || until.isBefore(vacated) ? until : vacated;
    }

    Tenure vacatedOn(LocalDate day) {
        return new Tenure(draw, candidate, from, until, day);
    }
}
