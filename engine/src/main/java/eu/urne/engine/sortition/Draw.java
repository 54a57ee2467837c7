package eu.urne.engine.sortition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws members, and those who replace them (docs/formats/draw.md, sections 5 to 7). */
public final class Draw {

    private Draw() {}

    /**
     * Draws by strata; the same pool, specification and seed give the same members and reserve.
     *
     * @throws IllegalArgumentException in one sentence, if the specification does not fit the pool
     */
    public static Drawn byStrata(Pool pool, DrawSpec.Strata spec, Seed seed) {
        List<Integer> cellsOf = spec.cellsOf(pool);
        List<List<Candidate>> reserve = new ArrayList<>();
        List<List<Seat>> seats = new ArrayList<>();
        for (int i = 0; i < spec.cells().size(); i++) {
            int cell = i;
            List<Candidate> ordered = seed.order(IntStream.range(0, pool.size())
                    .filter(candidate -> cellsOf.get(candidate) == cell)
                    .mapToObj(pool.candidates()::get)
                    .toList());
            int drawn = Math.min(spec.cells().get(i).seats(), ordered.size());
            seats.add(new ArrayList<>(ordered.subList(0, drawn).stream()
                    .map(member -> new Seat(cell, member))
                    .toList()));
            reserve.add(new ArrayList<>(ordered.subList(drawn, ordered.size())));
        }
        fillShort(spec, seed, reserve, seats);
        return new Drawn(reserve, seats.stream().flatMap(List::stream).toList(), null);
    }

    private static void fillShort(
            DrawSpec.Strata spec, Seed seed, List<List<Candidate>> reserve, List<List<Seat>> seats) {
        for (int cell = 0; cell < seats.size(); cell++) {
            while (seats.get(cell).size() < spec.cells().get(cell).seats()) {
                Candidate next =
                        inPlace(spec.shortage(), seed, reserve).findFirst().orElse(null);
                reserve.forEach(list -> list.remove(next));
                seats.get(cell).add(new Seat(cell, next));
            }
        }
    }

    /** Those who may take a seat that its own cell cannot fill, in order. */
    private static Stream<Candidate> inPlace(Shortage shortage, Seed seed, List<List<Candidate>> reserve) {
        return switch (shortage) {
            case Shortage.Empty empty -> Stream.empty();
            case Shortage.All all ->
                seed.order(reserve.stream().flatMap(List::stream).toList()).stream();
            case Shortage.Cells(List<Integer> cells) -> cells.stream().flatMap(cell -> reserve.get(cell).stream());
        };
    }

    /**
     * Draws a panel of a list.
     *
     * @throws IllegalArgumentException in one sentence, if specification, list and pool do not fit each other
     */
    public static Drawn byQuotas(Pool pool, DrawSpec.Quotas spec, PanelList panels, Seed seed) {
        spec.check(pool);
        if (!panels.frozen().equals(spec.panels())) {
            throw new IllegalArgumentException("panels: the list is not the one that the specification has frozen");
        }
        panels.check(pool, spec.seats(), spec.quotas());
        int ticket = seed.number(panels.tickets());
        List<Integer> members = panels.at(ticket).members();
        List<Seat> seats = members.stream()
                .map(member -> new Seat(0, pool.candidates().get(member)))
                .toList();
        List<Candidate> others = new ArrayList<>(pool.candidates());
        for (int member : members.reversed()) {
            others.remove(member);
        }
        return new Drawn(List.of(seed.order(others)), seats, ticket);
    }

    /**
     * Who is next for a seat; empty if there is nobody, and the seat stays empty.
     *
     * @param drawn what the draw gave, unchanged by replacements
     */
    public static Optional<Candidate> next(DrawSpec spec, Seed seed, Drawn drawn, Vacancy vacancy) {
        return switch (spec) {
            case DrawSpec.Strata strata ->
                Stream.concat(
                                drawn.reserve().get(vacancy.seat().cell()).stream(),
                                inPlace(strata.shortage(), seed, drawn.reserve()))
                        .filter(vacancy::isOpenTo)
                        .findFirst();
            case DrawSpec.Quotas quotas -> next(quotas.quotas(), drawn.reserve().getFirst(), vacancy);
        };
    }

    private static Optional<Candidate> next(List<Quota> quotas, List<Candidate> reserve, Vacancy vacancy) {
        Candidate last = vacancy.seat().member();
        if (last == null) {
            throw new IllegalArgumentException("seat: with quotas every seat was held by somebody");
        }
        List<Candidate> open = reserve.stream().filter(vacancy::isOpenTo).toList();
        return open.stream()
                .filter(one -> relevant(quotas, one).equals(relevant(quotas, last)))
                .findFirst()
                .or(() -> open.stream()
                        .filter(one -> breaksNothing(quotas, vacancy.others(), last, one))
                        .findFirst());
    }

    private static Map<String, String> relevant(List<Quota> quotas, Candidate candidate) {
        Map<String, String> values = new TreeMap<>();
        quotas.forEach(quota -> values.put(quota.attribute(), candidate.value(quota.attribute())));
        return values;
    }

    private static boolean breaksNothing(
            List<Quota> quotas, List<Candidate> others, Candidate last, Candidate entering) {
        List<Candidate> before = Stream.concat(others.stream(), Stream.of(last)).toList();
        List<Candidate> after =
                Stream.concat(others.stream(), Stream.of(entering)).toList();
        return quotas.stream().allMatch(quota -> quota.miss(after) <= quota.miss(before));
    }
}
