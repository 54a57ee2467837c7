package eu.urne.engine.council;

import eu.urne.engine.council.CouncilEvent.CouncilEstablished;
import eu.urne.engine.council.CouncilEvent.CouncilRevised;
import eu.urne.engine.council.CouncilEvent.OfferWithdrawn;
import eu.urne.engine.council.CouncilEvent.SeatFilled;
import eu.urne.engine.council.CouncilEvent.SeatVacated;
import eu.urne.engine.council.CouncilEvent.SeatsOffered;
import eu.urne.engine.council.CouncilEvent.SeatsTaken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The states of a council. */
public sealed interface Council {

    /** Nothing of that name yet. */
    record Unestablished() implements Council {}

    /**
     * Established.
     *
     * @param offers seats put aside, by the draws that are not drawn yet
     * @param past draws for which seats were put aside and which have ended
     * @param seats who holds and held each seat that was ever taken, in order
     */
    record Established(
            CouncilTerms terms, Map<DrawId, SeatOffer> offers, Set<DrawId> past, SortedMap<Integer, List<Tenure>> seats)
            implements Council {

        /** The draws for which seats were ever put aside, by their names. */
        public List<DrawId> draws() {
            return Stream.concat(offers.keySet().stream(), past.stream())
                    .distinct()
                    .sorted(Comparator.comparing(DrawId::value))
                    .toList();
        }

        /** Who holds a seat on a day; empty where nobody does. */
        public Optional<Tenure> holder(int seat, LocalDate day) {
            return seats.getOrDefault(seat, List.of()).stream()
                    .filter(tenure -> tenure.on(day))
                    .findFirst();
        }

        /** Who held a seat last, or still does, whatever the day. */
        public Optional<Tenure> latest(int seat) {
            List<Tenure> tenures = seats.getOrDefault(seat, List.of());
            return tenures.isEmpty() ? Optional.empty() : Optional.of(tenures.getLast());
        }

        /** The seats held on a day. */
        public List<Integer> held(LocalDate day) {
            return seats.keySet().stream()
                    .filter(seat -> holder(seat, day).isPresent())
                    .toList();
        }

        /** The seats that nobody holds on a day or later. */
        public List<Integer> free(LocalDate day) {
            return IntStream.rangeClosed(1, terms.seats())
                    .filter(seat -> latest(seat)
                            .map(tenure -> !day.isBefore(tenure.end()))
                            .orElse(true))
                    .boxed()
                    .toList();
        }

        /** Seats that can be put aside for a draw that seats its members on a day. */
        public int unoffered(LocalDate day) {
            return free(day).size()
                    - offers.values().stream().mapToInt(SeatOffer::seats).sum();
        }

        private Established with(Map<DrawId, SeatOffer> others, Set<DrawId> ended) {
            return new Established(terms, Map.copyOf(others), Set.copyOf(ended), seats);
        }

        private Established ended(DrawId draw) {
            Map<DrawId, SeatOffer> others = new HashMap<>(offers);
            others.remove(draw);
            Set<DrawId> ended = new HashSet<>(past);
            ended.add(draw);
            return with(others, ended);
        }

        private Established with(int seat, List<Tenure> tenures) {
            SortedMap<Integer, List<Tenure>> all = new TreeMap<>(seats);
            all.put(seat, List.copyOf(tenures));
            return new Established(terms, offers, past, all);
        }

        private Established after(SeatsOffered offered) {
            Map<DrawId, SeatOffer> all = new HashMap<>(offers);
            all.put(offered.draw(), new SeatOffer(offered.seats(), offered.from(), offered.until()));
            return with(all, past);
        }

        private Established after(SeatsTaken taken) {
            Established council = ended(taken.draw());
            List<Integer> free = free(taken.from());
            for (int i = 0; i < taken.candidates().size(); i++) {
                Tenure tenure = new Tenure(taken.draw(), taken.candidates().get(i), taken.from(), taken.until(), null);
                council = council.with(free.get(i), council.and(free.get(i), tenure));
            }
            return council;
        }

        private Established after(SeatVacated vacated) {
            List<Tenure> tenures = new ArrayList<>(seats.getOrDefault(vacated.seat(), List.of()));
            tenures.set(tenures.size() - 1, tenures.getLast().vacatedOn(vacated.day()));
            return with(vacated.seat(), tenures);
        }

        private Established after(SeatFilled filled) {
            LocalDate until = latest(filled.seat()).orElseThrow().until();
            Tenure tenure = new Tenure(filled.draw(), filled.candidate(), filled.day(), until, null);
            return with(filled.seat(), and(filled.seat(), tenure));
        }

        private List<Tenure> and(int seat, Tenure tenure) {
            List<Tenure> tenures = new ArrayList<>(seats.getOrDefault(seat, List.of()));
            tenures.add(tenure);
            return tenures;
        }
    }

    /** The state after an event. */
    default Council after(CouncilEvent event) {
        if (event instanceof CouncilEstablished established) {
            return new Established(established.terms(), Map.of(), Set.of(), new TreeMap<>());
        }
        Established council = (Established) this;
        return switch (event) {
            case CouncilEstablished established -> council;
            case CouncilRevised revised ->
                new Established(revised.terms(), council.offers, council.past, council.seats);
            case SeatsOffered offered -> council.after(offered);
            case OfferWithdrawn withdrawn -> council.ended(withdrawn.draw());
            case SeatsTaken taken -> council.after(taken);
            case SeatVacated vacated -> council.after(vacated);
            case SeatFilled filled -> council.after(filled);
        };
    }
}
