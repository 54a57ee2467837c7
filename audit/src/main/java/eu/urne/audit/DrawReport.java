package eu.urne.audit;

import eu.urne.audit.draw.Composition;
import eu.urne.audit.draw.DrawSpec;
import eu.urne.audit.draw.Drawn;
import eu.urne.audit.draw.Lot;
import eu.urne.audit.draw.PanelList;
import eu.urne.audit.draw.Pool;
import eu.urne.audit.draw.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was found about a draw. Candidates are numbers of the pool, from 0; who was drawn is what this verifier has
 * drawn by itself.
 *
 * @param draw draw id
 * @param council id of the council; null where it is not told
 * @param state how far it has come
 * @param seats how many are drawn
 * @param candidates size of the pool; 0 before it is frozen
 * @param poolRoot root of the pool; empty before it is frozen
 * @param specHash spec hash; empty before it is frozen
 * @param sources the public randomness
 * @param chances what chances there were
 * @param tickets with quotas the tickets of each candidate; her chance is that number of all of them
 * @param seed the seed; empty before it is drawn
 * @param ticket the number drawn; null without quotas
 * @param drawn the seats, in their order
 * @param reserve of each cell its reserve in order
 */
public record DrawReport(
        String draw,
        @Nullable String council,
        State state,
        int seats,
        int candidates,
        String poolRoot,
        String specHash,
        List<Source> sources,
        List<Chance> chances,
        List<Integer> tickets,
        String seed,
        @Nullable Integer ticket,
        List<DrawnSeat> drawn,
        List<List<Integer>> reserve) {

    /** How far a draw has come. */
    public enum State {
        /** Its events are so wrong that it was not examined further. */
        NOT_EXAMINED,
        /** Candidacies are handed in. */
        ANNOUNCED,
        /** Nobody enters or leaves any more. */
        FROZEN,
        /** Its members are known. */
        DRAWN,
        /** There is none. */
        CALLED_OFF
    }

    /**
     * Public randomness.
     *
     * @param name its name
     * @param what what it is
     * @param moment before which its value could not exist, milliseconds since 1970; null where it is not told
     * @param value its value; null before it is known
     */
    public record Source(
            String name,
            String what,
            @Nullable Long moment,
            @Nullable String value) {}

    /**
     * A chance of some candidates: so many of so many.
     *
     * @param who which candidates
     * @param candidates how many they are
     * @param of seats or tickets
     * @param among candidates or tickets
     */
    public record Chance(String who, int candidates, int of, int among) {}

    /**
     * A seat.
     *
     * @param cell the cell to which it belongs, in words; empty without strata
     * @param candidate who sits on it; null if it is empty
     * @param leaf her leaf; null if it is empty
     */
    public record DrawnSeat(
            String cell,
            @Nullable Integer candidate,
            @Nullable String leaf) {}

    /**
     * A draw whose pool is not frozen.
     *
     * @param draw draw id
     * @param council id of the council
     * @param state how far it has come
     * @param seats how many are drawn
     */
    public static DrawReport before(String draw, String council, State state, int seats) {
        List<Integer> none = List.of();
        return new DrawReport(
                draw, council, state, seats, 0, "", "", List.of(), List.of(), none, "", null, List.of(), List.of());
    }

    /**
     * A draw whose pool is frozen.
     *
     * @param draw draw id
     * @param council id of the council; null where it is not told
     * @param pool the pool
     * @param spec the spec, which fits it
     * @param panels the panel list; null with strata
     * @param moments of the sources; empty where they are not told
     * @param values of the sources; null before they are known
     * @param lot the draw; null before the values are known
     */
    public static DrawReport of(
            String draw,
            @Nullable String council,
            Pool pool,
            DrawSpec spec,
            @Nullable PanelList panels,
            List<Long> moments,
            @Nullable List<String> values,
            @Nullable Lot lot) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < spec.sources().size(); i++) {
            sources.add(new Source(
                    spec.sources().get(i).name(),
                    spec.sources().get(i).words(),
                    i < moments.size() ? moments.get(i) : null,
                    values == null ? null : values.get(i)));
        }
        return new DrawReport(
                draw,
                council,
                lot == null ? State.FROZEN : State.DRAWN,
                spec.seats(),
                pool.size(),
                pool.root().hex(),
                spec.hash().hex(),
                List.copyOf(sources),
                chances(pool, spec, panels),
                panels == null ? List.of() : panels.ticketsOf(pool.size()),
                values == null
                        ? ""
                        : Seed.of(draw, pool.root(), spec, values).hash().hex(),
                lot == null ? null : lot.drawn().ticket(),
                lot == null
                        ? List.of()
                        : lot.drawn().seats().stream()
                                .map(seat -> seat(seat, pool, spec))
                                .toList(),
                lot == null ? List.of() : lot.drawn().reserve());
    }

    private static DrawnSeat seat(Drawn.Seat seat, Pool pool, DrawSpec spec) {
        Integer candidate = seat.candidate();
        String cell = spec.composition() instanceof Composition.Strata strata
                ? String.join(", ", strata.cells().get(seat.cell()).values())
                : "";
        return new DrawnSeat(
                cell,
                candidate,
                candidate == null
                        ? null
                        : pool.candidates().get(candidate).leaf().hex());
    }

    private static List<Chance> chances(Pool pool, DrawSpec spec, @Nullable PanelList panels) {
        List<Chance> chances = new ArrayList<>();
        switch (spec.composition()) {
            case Composition.Strata strata -> {
                Map<List<String>, Integer> counts = new HashMap<>();
                pool.candidates().forEach(candidate -> counts.merge(candidate.values(strata.by()), 1, Integer::sum));
                strata.cells().forEach(cell -> {
                    int count = counts.getOrDefault(cell.values(), 0);
                    chances.add(
                            new Chance(String.join(", ", cell.values()), count, Math.min(cell.seats(), count), count));
                });
            }
            case Composition.Quotas quotas -> {
                if (panels != null) {
                    SortedMap<Integer, Integer> counts = new TreeMap<>(Collections.reverseOrder());
                    panels.ticketsOf(pool.size()).forEach(tickets -> counts.merge(tickets, 1, Integer::sum));
                    counts.forEach(
                            (tickets, count) -> chances.add(new Chance("", count, tickets, (int) panels.tickets())));
                }
            }
        }
        return List.copyOf(chances);
    }
}
