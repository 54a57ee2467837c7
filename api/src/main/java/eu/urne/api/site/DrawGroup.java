package eu.urne.api.site;

import eu.urne.engine.council.Composition;
import eu.urne.engine.council.CouncilDraw;
import eu.urne.engine.council.DrawEvent.GivenSeat;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.sortition.Candidate;
import eu.urne.engine.sortition.DrawSpec;
import eu.urne.engine.sortition.Pool;
import eu.urne.engine.sortition.Quota;
import eu.urne.engine.sortition.Shortage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Candidates for whom a draw has a number of seats of their own: a cell of strata, or a value with a quota.
 *
 * @param attributes ids of the attributes
 * @param values one of each; empty for all candidates
 * @param least seats
 * @param most seats
 * @param candidates how many of the pool; null before it is frozen
 * @param drawn how many of them were drawn; null before
 * @param more whether seats of other cells can come to these candidates
 * @param isQuota whether it is a quota, of which a candidate can meet several
 */
public record DrawGroup(
        List<String> attributes,
        List<String> values,
        int least,
        int most,
        @Nullable Integer candidates,
        @Nullable Integer drawn,
        boolean more,
        boolean isQuota) {

    /** Whether everybody gets a seat. */
    public boolean isShort() {
        return !isQuota && candidates != null && candidates <= most;
    }

    /**
     * The groups of a draw.
     *
     * @param pool null before it is frozen
     * @param seats as they were given; empty before
     */
    static List<DrawGroup> of(DrawTerms terms, @Nullable Pool pool, List<GivenSeat> seats) {
        return switch (terms.composition()) {
            case Composition.Strata strata ->
                IntStream.range(0, strata.cells().size())
                        .mapToObj(i -> cell(strata, i, pool, seats))
                        .toList();
            case Composition.Quotas(List<Quota> quotas) ->
                quotas.stream().map(quota -> quota(quota, pool, seats)).toList();
        };
    }

    private static DrawGroup cell(Composition.Strata strata, int index, @Nullable Pool pool, List<GivenSeat> seats) {
        DrawSpec.Cell cell = strata.cells().get(index);
        Integer candidates = pool == null
                ? null
                : (int) pool.candidates().stream()
                        .filter(candidate -> isOf(candidate, strata.by(), cell.values()))
                        .count();
        Integer drawn = seats.isEmpty()
                ? null
                : (int) seats.stream().filter(seat -> seat.cell() == index).count();
        boolean more = !(strata.shortage() instanceof Shortage.Empty);
        return new DrawGroup(strata.by(), cell.values(), cell.seats(), cell.seats(), candidates, drawn, more, false);
    }

    private static boolean isOf(Candidate candidate, List<String> by, List<String> values) {
        Map<String, String> attributes = candidate.attributes();
        return by.stream().map(attributes::get).toList().equals(values);
    }

    private static DrawGroup quota(Quota quota, @Nullable Pool pool, List<GivenSeat> seats) {
        Integer candidates = pool == null
                ? null
                : (int) pool.candidates().stream().filter(quota::counts).count();
        Integer drawn = pool == null || seats.isEmpty()
                ? null
                : (int) seats.stream()
                        .map(seat -> pool.candidates().get(seat.candidate()))
                        .filter(quota::counts)
                        .count();
        return new DrawGroup(
                List.of(quota.attribute()),
                List.of(quota.value()),
                quota.least(),
                quota.most(),
                candidates,
                drawn,
                false,
                true);
    }

    /** The cells of a draw with the numbers drawn; one with quotas. */
    static List<DrawStory.Cell> cells(CouncilDraw.Drawn drawn) {
        return switch (drawn.terms().composition()) {
            case Composition.Strata strata -> {
                List<DrawStory.Cell> cells = new ArrayList<>();
                for (int i = 0; i < strata.cells().size(); i++) {
                    DrawSpec.Cell cell = strata.cells().get(i);
                    cells.add(cell(drawn, i, cell.seats(), strata.by(), cell.values()));
                }
                yield cells;
            }
            case Composition.Quotas quotas ->
                List.of(cell(drawn, 0, drawn.terms().seats(), List.of(), List.of()));
        };
    }

    private static DrawStory.Cell cell(
            CouncilDraw.Drawn drawn, int index, int seats, List<String> by, List<String> values) {
        List<Integer> members = drawn.seats().stream()
                .filter(seat -> seat.cell() == index)
                .map(GivenSeat::candidate)
                .toList();
        return new DrawStory.Cell(
                by, values, members, seats - members.size(), drawn.reserve().getOrDefault(index, List.of()));
    }
}
