package eu.urne.audit.verify;

import eu.urne.audit.event.CouncilEvent;
import eu.urne.audit.event.CouncilEvent.SeatFilled;
import eu.urne.audit.event.CouncilEvent.SeatVacated;
import eu.urne.audit.event.CouncilEvent.SeatsTaken;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who holds the seats of a council, and held them before (docs/formats/councils.md, section 1). */
final class CouncilSeats {
    private final SortedMap<Integer, List<Tenure>> seats = new TreeMap<>();

    /**
     * A seat held by somebody.
     *
     * @param draw id of the draw that gave it
     * @param candidate index into its pool
     * @param from first day
     * @param until the day behind the last of the term
     * @param vacated the day from which it is free before that; null where it was not vacated
     */
    record Tenure(
            String draw,
            int candidate,
            LocalDate from,
            LocalDate until,
            @Nullable LocalDate vacated) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && isBeforeEnd(day);
        }

        private boolean isBeforeEnd(LocalDate day) {
            return day.isBefore(until) && (vacated == null || day.isBefore(vacated));
        }
    }

    /** Gives the seats by the first events of a council's stream. */
    static CouncilSeats of(List<CouncilEvent> events, int seats) {
        CouncilSeats all = new CouncilSeats();
        events.forEach(event -> all.take(event, seats));
        return all;
    }

    /** Takes an event in; one that does not fit changes nothing. */
    void take(CouncilEvent event, int most) {
        switch (event) {
            case SeatsTaken taken -> {
                List<Integer> free = free(taken.from(), most);
                for (int i = 0; i < Math.min(free.size(), taken.candidates().size()); i++) {
                    Tenure tenure =
                            new Tenure(taken.draw(), taken.candidates().get(i), taken.from(), taken.until(), null);
                    of(free.get(i)).add(tenure);
                }
            }
            case SeatVacated vacated -> {
                List<Tenure> tenures = of(vacated.seat());
                if (!tenures.isEmpty()) {
                    Tenure last = tenures.removeLast();
                    tenures.add(new Tenure(last.draw(), last.candidate(), last.from(), last.until(), vacated.day()));
                }
            }
            case SeatFilled filled -> {
                Tenure last = latest(filled.seat());
                if (last != null) {
                    of(filled.seat())
                            .add(new Tenure(filled.draw(), filled.candidate(), filled.day(), last.until(), null));
                }
            }
            case CouncilEvent.CouncilEstablished established -> {}
            case CouncilEvent.CouncilRevised revised -> {}
            case CouncilEvent.SeatsOffered offered -> {}
            case CouncilEvent.OfferWithdrawn withdrawn -> {}
        }
    }

    private List<Tenure> of(int seat) {
        return seats.computeIfAbsent(seat, number -> new ArrayList<>());
    }

    /** Gives the latest tenure of a seat; null where it was never held. */
    @Nullable
    Tenure latest(int seat) {
        List<Tenure> tenures = seats.getOrDefault(seat, List.of());
        return tenures.isEmpty() ? null : tenures.getLast();
    }

    /** Gives who held a seat by a draw, in order. */
    List<Tenure> ofDraw(int seat, String draw) {
        return seats.getOrDefault(seat, List.of()).stream()
                .filter(tenure -> tenure.draw().equals(draw))
                .toList();
    }

    /** Gives all members by a draw whose tenure was not vacated, but for a seat. */
    List<Integer> others(int seat, String draw) {
        List<Integer> others = new ArrayList<>();
        for (int number : seats.keySet()) {
            List<Tenure> tenures = ofDraw(number, draw);
            if (number != seat && !tenures.isEmpty() && tenures.getLast().vacated() == null) {
                others.add(tenures.getLast().candidate());
            }
        }
        return others;
    }

    /** Gives the seats held on a day, in order. */
    List<Integer> held(LocalDate day) {
        List<Integer> held = new ArrayList<>();
        seats.forEach((seat, tenures) -> {
            if (tenures.stream().anyMatch(tenure -> tenure.holds(day))) {
                held.add(seat);
            }
        });
        return held;
    }

    /** Gives the seats that nobody holds on a day or later. */
    List<Integer> free(LocalDate day, int most) {
        List<Integer> free = new ArrayList<>();
        for (int seat = 1; seat <= most; seat++) {
            Tenure latest = latest(seat);
            if (latest == null || !latest.isBeforeEnd(day)) {
                free.add(seat);
            }
        }
        return free;
    }

    /** Gives the highest seat that was ever taken; 0 for none. */
    int highest() {
        return seats.isEmpty() ? 0 : seats.lastKey();
    }
}
