package eu.urne.engine.council.internal;

import eu.urne.engine.council.CouncilEvent.SeatsOffered;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.SeatOffer;
import eu.urne.engine.store.Claim;
import java.util.List;
import java.util.stream.Collectors;

/** What councils, draws and candidacies rest on in each other's streams. */
final class DrawClaims {

    private DrawClaims() {}

    /** Seats were put aside for the draw. */
    static Claim offered(DrawId draw) {
        return Claim.of("draw-offered:" + draw);
    }

    /** These seats, by this council and for these days. */
    static Claim offered(SeatsOffered event) {
        return offered(event.draw(), event.council(), new SeatOffer(event.seats(), event.from(), event.until()));
    }

    /** The seats that a draw needs. */
    static Claim offered(DrawTerms terms) {
        return offered(terms.draw(), terms.council(), terms.offer());
    }

    private static Claim offered(DrawId draw, CouncilId council, SeatOffer offer) {
        return Claim.of("draw-offered:" + draw + ":" + council + ":" + offer.seats() + ":" + offer.from() + ":"
                + offer.until());
    }

    /** The draw was announced. */
    static Claim announced(DrawId draw) {
        return Claim.of("draw-announced:" + draw);
    }

    /** Candidacies are open. */
    static Claim opened(DrawId draw) {
        return Claim.of("candidacies-opened:" + draw);
    }

    /** Candidacies are closed. */
    static Claim closed(DrawId draw) {
        return Claim.of("candidacies-closed:" + draw);
    }

    /** The draw was called off. */
    static Claim calledOff(DrawId draw) {
        return Claim.of("draw-called-off:" + draw);
    }

    /** These were drawn, in this order. */
    static Claim drawn(DrawId draw, List<Integer> members) {
        return Claim.of(
                "drawn:" + draw + ":" + members.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** The candidate is in the reserve. */
    static Claim inReserve(DrawId draw, int candidate) {
        return Claim.of("draw-reserve:" + draw + ":" + candidate);
    }

    /** The candidate has or had a seat. */
    static Claim seated(DrawId draw, int candidate) {
        return Claim.of("draw-seated:" + draw + ":" + candidate);
    }

    /** The candidate is not seated any more. */
    static Claim passedOver(DrawId draw, int candidate) {
        return Claim.of("draw-passed-over:" + draw + ":" + candidate);
    }
}
