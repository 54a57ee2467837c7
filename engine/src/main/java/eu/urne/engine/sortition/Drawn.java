package eu.urne.engine.sortition;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draw gives.
 *
 * @param reserve of each cell those who were not drawn, in order; with quotas of one cell
 * @param seats all of them, in the order of their numbers
 * @param ticket the number that was drawn, with quotas; null without
 */
public record Drawn(
        List<List<Candidate>> reserve,
        List<Seat> seats,
        @Nullable Integer ticket) {

    /** Keeps the lists as they are. */
    public Drawn {
        reserve = reserve.stream().map(List::copyOf).toList();
        seats = List.copyOf(seats);
    }

    /** Those who were drawn, in the order of the seats. */
    public List<Candidate> members() {
        List<Candidate> members = new ArrayList<>();
        for (Seat seat : seats) {
            if (seat.member() != null) {
                members.add(seat.member());
            }
        }
        return List.copyOf(members);
    }
}
