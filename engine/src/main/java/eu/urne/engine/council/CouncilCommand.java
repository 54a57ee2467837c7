package eu.urne.engine.council;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a council. */
public sealed interface CouncilCommand {

    /** The council. */
    CouncilId council();

    /** Name of the council's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return council().stream();
    }

    /** Establish a council. */
    record EstablishCouncil(CouncilTerms terms) implements CouncilCommand {
        @Override
        public CouncilId council() {
            return terms.council();
        }
    }

    /**
     * Give it other terms from now on.
     *
     * @param reason published, 1 to 500 characters
     */
    record ReviseCouncil(CouncilTerms terms, String reason) implements CouncilCommand {
        @Override
        public CouncilId council() {
            return terms.council();
        }
    }

    /** Put seats aside for a draw. */
    record OfferSeats(CouncilId council, DrawId draw, SeatOffer offer) implements CouncilCommand {}

    /** Take back the seats of a draw that was called off. */
    record WithdrawOffer(CouncilId council, DrawId draw) implements CouncilCommand {}

    /**
     * Seat who was drawn.
     *
     * @param candidates numbers in the pool of the draw, in the order drawn
     */
    record SeatMembers(CouncilId council, DrawId draw, List<Integer> candidates) implements CouncilCommand {}

    /**
     * Record that a seat is no longer held.
     *
     * @param seat from 1
     * @param day from which on it is free
     */
    record VacateSeat(CouncilId council, int seat, LocalDate day, VacancyReason reason) implements CouncilCommand {}

    /**
     * Give a vacant seat to the next of the draw of whoever held it.
     *
     * @param seat from 1
     * @param day from which on it is held
     * @param candidate number in the pool of the draw
     */
    record ReplaceMember(CouncilId council, int seat, LocalDate day, DrawId draw, int candidate)
            implements CouncilCommand {}
}
