package eu.urne.audit.draw;

import eu.urne.audit.json.MalformedException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws members and finds who is next, as docs/formats/draw.md says in sections 5 to 7. */
public final class Lot {
    private final Pool pool;
    private final DrawSpec spec;
    private final List<Integer> order;
    private final Drawn drawn;

    /**
     * Draws.
     *
     * @param pool the pool
     * @param spec the spec, which fits it
     * @param panels the panel list; null with strata
     * @param seed the seed
     * @throws MalformedException if the spec leaves a candidate out, or the list is not the one frozen
     */
    public Lot(Pool pool, DrawSpec spec, @Nullable PanelList panels, Seed seed) throws MalformedException {
        spec.check(pool);
        this.pool = pool;
        this.spec = spec;
        this.order = seed.order(pool);
        this.drawn = switch (spec.composition()) {
            case Composition.Strata strata -> {
                if (panels != null) {
                    throw new MalformedException("has a panel list, but its spec has no quotas");
                }
                yield byStrata(strata);
            }
            case Composition.Quotas quotas -> {
                if (panels == null) {
                    throw new MalformedException("has no panel list, but its spec has quotas");
                }
                panels.check(spec, quotas, pool);
                yield byTicket(panels, seed);
            }
        };
    }

    /** Gives who was drawn. */
    public Drawn drawn() {
        return drawn;
    }

    private Drawn byStrata(Composition.Strata strata) {
        Map<List<String>, Integer> cellOf = new HashMap<>();
        List<List<Integer>> reserve = new ArrayList<>();
        List<List<Integer>> seated = new ArrayList<>();
        for (Cell cell : strata.cells()) {
            cellOf.put(cell.values(), reserve.size());
            reserve.add(new ArrayList<>());
            seated.add(new ArrayList<>());
        }
        for (int index : order) {
            int cell = cellOf.get(pool.candidate(index).values(strata.by()));
            boolean free = seated.get(cell).size() < strata.cells().get(cell).seats();
            (free ? seated : reserve).get(cell).add(index);
        }
        for (int cell = 0; cell < seated.size(); cell++) {
            fill(strata, cell, seated.get(cell), reserve);
        }
        List<Drawn.Seat> seats = new ArrayList<>();
        for (int cell = 0; cell < seated.size(); cell++) {
            List<Integer> of = seated.get(cell);
            for (int seat = 0; seat < strata.cells().get(cell).seats(); seat++) {
                seats.add(new Drawn.Seat(cell, seat < of.size() ? of.get(seat) : null));
            }
        }
        return new Drawn(List.copyOf(seats), reserve.stream().map(List::copyOf).toList(), null);
    }

    /** Treats the seats of a cell that have found nobody as the spec says. */
    private void fill(Composition.Strata strata, int cell, List<Integer> seated, List<List<Integer>> reserve) {
        boolean more = true;
        while (more && seated.size() < strata.cells().get(cell).seats()) {
            Optional<Integer> next =
                    switch (strata.shortage()) {
                        case Shortage.Empty empty -> Optional.empty();
                        case Shortage.All all -> {
                            Set<Integer> waiting = new HashSet<>();
                            reserve.forEach(waiting::addAll);
                            yield order.stream().filter(waiting::contains).findFirst();
                        }
                        case Shortage.Cells(List<Integer> cells) ->
                            cells.stream()
                                    .map(reserve::get)
                                    .filter(of -> !of.isEmpty())
                                    .findFirst()
                                    .map(List::getFirst);
                    };
            next.ifPresent(index -> {
                seated.add(index);
                reserve.forEach(of -> of.remove(index));
            });
            more = next.isPresent();
        }
    }

    private Drawn byTicket(PanelList list, Seed seed) {
        int ticket = seed.number((int) list.tickets());
        long sum = 0;
        Panel chosen = list.panels().getFirst();
        for (Panel panel : list.panels()) {
            chosen = panel;
            sum += panel.tickets();
            if (sum > ticket) {
                break;
            }
        }
        Set<Integer> members = new HashSet<>(chosen.members());
        List<Integer> others =
                order.stream().filter(index -> !members.contains(index)).toList();
        return new Drawn(
                chosen.members().stream()
                        .map(member -> new Drawn.Seat(0, member))
                        .toList(),
                List.of(others),
                ticket);
    }

    /**
     * Finds who fills a seat (section 7).
     *
     * @param cell the seat's cell
     * @param last who held it last
     * @param others all other members at that moment
     * @param used who holds or held a seat, was offered one or withdrew
     * @return empty if it stays empty
     */
    public Optional<Integer> next(int cell, int last, List<Integer> others, Set<Integer> used) {
        List<Integer> waiting = drawn.reserve().get(cell).stream()
                .filter(index -> !used.contains(index))
                .toList();
        return switch (spec.composition()) {
            case Composition.Strata strata -> waiting.stream().findFirst().or(() -> elsewhere(strata.shortage(), used));
            case Composition.Quotas quotas -> alike(quotas, waiting, last, others);
        };
    }

    private Optional<Integer> elsewhere(Shortage shortage, Set<Integer> used) {
        return switch (shortage) {
            case Shortage.Empty empty -> Optional.empty();
            case Shortage.All all ->
                order.stream().filter(index -> !used.contains(index)).findFirst();
            case Shortage.Cells(List<Integer> cells) ->
                cells.stream()
                        .flatMap(cell -> drawn.reserve().get(cell).stream())
                        .filter(index -> !used.contains(index))
                        .findFirst();
        };
    }

    private Optional<Integer> alike(Composition.Quotas quotas, List<Integer> waiting, int last, List<Integer> others) {
        List<String> wanted = pool.candidate(last).values(quotas.attributes());
        List<Candidate> rest = others.stream().map(pool::candidate).toList();
        return waiting.stream()
                .filter(index ->
                        pool.candidate(index).values(quotas.attributes()).equals(wanted))
                .findFirst()
                .or(() -> waiting.stream()
                        .filter(index -> breaksNone(quotas, rest, pool.candidate(last), pool.candidate(index)))
                        .findFirst());
    }

    private static boolean breaksNone(
            Composition.Quotas quotas, List<Candidate> others, Candidate last, Candidate next) {
        List<Candidate> before = IntStream.rangeClosed(0, others.size())
                .mapToObj(i -> i < others.size() ? others.get(i) : last)
                .toList();
        List<Candidate> after = IntStream.rangeClosed(0, others.size())
                .mapToObj(i -> i < others.size() ? others.get(i) : next)
                .toList();
        return quotas.quotas().stream().allMatch(quota -> quota.miss(after) <= quota.miss(before));
    }
}
