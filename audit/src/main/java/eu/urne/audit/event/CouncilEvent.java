package eu.urne.audit.event;

import eu.urne.audit.council.CouncilTerms;
import java.time.LocalDate;
import java.util.List;

/** Events of the stream of a council (docs/formats/councils.md, section 1). */
public sealed interface CouncilEvent extends Event {

    /** Gives the council's id. */
    String council();

    /**
     * There is a council.
     *
     * @param council its id
     * @param terms its terms
     */
    record CouncilEstablished(String council, CouncilTerms terms) implements CouncilEvent {}

    /**
     * It has other terms.
     *
     * @param council its id
     * @param terms the new ones
     */
    record CouncilRevised(String council, CouncilTerms terms) implements CouncilEvent {}

    /**
     * Seats are put aside for a draw.
     *
     * @param council its id
     * @param draw the draw's id
     * @param seats how many
     * @param from first day
     * @param until the day behind the last
     */
    record SeatsOffered(String council, String draw, int seats, LocalDate from, LocalDate until)
            implements CouncilEvent {}

    /**
     * The draw was called off.
     *
     * @param council its id
     * @param draw the draw's id
     */
    record OfferWithdrawn(String council, String draw) implements CouncilEvent {}

    /**
     * Those drawn take their seats.
     *
     * @param council its id
     * @param draw the draw's id
     * @param candidates indexes into the pool
     * @param from first day
     * @param until the day behind the last
     */
    record SeatsTaken(String council, String draw, List<Integer> candidates, LocalDate from, LocalDate until)
            implements CouncilEvent {}

    /**
     * Somebody leaves.
     *
     * @param council its id
     * @param seat the seat
     * @param day from which it is free
     */
    record SeatVacated(String council, int seat, LocalDate day) implements CouncilEvent {}

    /**
     * The next takes the seat.
     *
     * @param council its id
     * @param seat the seat
     * @param day from which it is held
     * @param draw the draw's id
     * @param candidate index into the pool
     */
    record SeatFilled(String council, int seat, LocalDate day, String draw, int candidate) implements CouncilEvent {}
}
