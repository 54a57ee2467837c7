package eu.urne.audit.draw;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who was drawn (docs/formats/draw.md, sections 5 and 6). Candidates are indexes into the pool.
 *
 * @param seats the seats in their order, the empty ones too
 * @param reserve of each cell its reserve in order
 * @param ticket the number drawn; null with strata
 */
public record Drawn(
        List<Seat> seats,
        List<List<Integer>> reserve,
        @Nullable Integer ticket) {

    /**
     * A seat of a draw.
     *
     * @param cell index of its cell
     * @param candidate who sits on it; null if it is empty
     */
    public record Seat(int cell, @Nullable Integer candidate) {}

    /** Gives the seats that were given, in their order. */
    public List<Seat> given() {
        return seats.stream().filter(seat -> seat.candidate() != null).toList();
    }

    /** Gives the members in the order drawn. */
    public List<Integer> members() {
        return seats.stream().map(Seat::candidate).filter(Objects::nonNull).toList();
    }
}
