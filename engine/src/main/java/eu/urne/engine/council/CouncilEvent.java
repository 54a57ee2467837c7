package eu.urne.engine.council;

import java.time.LocalDate;
import java.util.List;

/** What happens to a council and its seats (docs/formats/councils.md, section 1). */
public sealed interface CouncilEvent {

    /** The council. */
    CouncilId council();

    /** There is a council with these terms. */
    record CouncilEstablished(CouncilId council, CouncilTerms terms) implements CouncilEvent {}

    /** It has other terms from here on. */
    record CouncilRevised(CouncilId council, CouncilTerms terms, String reason) implements CouncilEvent {}

    /** Seats are put aside for a draw. */
    record SeatsOffered(CouncilId council, DrawId draw, int seats, LocalDate from, LocalDate until)
            implements CouncilEvent {}

    /** They are not, as the draw was called off. */
    record OfferWithdrawn(CouncilId council, DrawId draw) implements CouncilEvent {}

    /** Who was drawn holds the lowest seats that were free, in the order drawn. */
    record SeatsTaken(CouncilId council, DrawId draw, List<Integer> candidates, LocalDate from, LocalDate until)
            implements CouncilEvent {
        /** Copies the list. */
        public SeatsTaken {
            candidates = List.copyOf(candidates);
        }
    }

    /** From a day on a seat is free before its term ends. */
    record SeatVacated(CouncilId council, int seat, LocalDate day, VacancyReason reason) implements CouncilEvent {}

    /** The next of the draw holds a vacated seat for the rest of its term. */
    record SeatFilled(CouncilId council, int seat, LocalDate day, DrawId draw, int candidate) implements CouncilEvent {}
}
