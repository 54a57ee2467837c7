package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.council.Council;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.Council.Unestablished;
import eu.urne.engine.council.CouncilCommand;
import eu.urne.engine.council.CouncilCommand.EstablishCouncil;
import eu.urne.engine.council.CouncilCommand.OfferSeats;
import eu.urne.engine.council.CouncilCommand.ReplaceMember;
import eu.urne.engine.council.CouncilCommand.ReviseCouncil;
import eu.urne.engine.council.CouncilCommand.SeatMembers;
import eu.urne.engine.council.CouncilCommand.VacateSeat;
import eu.urne.engine.council.CouncilCommand.WithdrawOffer;
import eu.urne.engine.council.CouncilEvent;
import eu.urne.engine.council.CouncilEvent.CouncilEstablished;
import eu.urne.engine.council.CouncilEvent.CouncilRevised;
import eu.urne.engine.council.CouncilEvent.OfferWithdrawn;
import eu.urne.engine.council.CouncilEvent.SeatFilled;
import eu.urne.engine.council.CouncilEvent.SeatVacated;
import eu.urne.engine.council.CouncilEvent.SeatsOffered;
import eu.urne.engine.council.CouncilEvent.SeatsTaken;
import eu.urne.engine.council.SeatOffer;
import eu.urne.engine.council.Tenure;
import java.util.List;
import java.util.Optional;

/** What happens to a council on a command: pure, the same for the same state. Draws are for {@link CouncilGuard}. */
public final class CouncilDecider {

    private CouncilDecider() {}

    /** The events that follow, or why not. */
    public static Decision<CouncilEvent> decide(Council council, CouncilCommand command) {
        if (command instanceof EstablishCouncil establish) {
            return establish(council, establish);
        }
        return switch (council) {
            case Unestablished nothing -> Decision.refuse(UNKNOWN, "there is no council " + command.council());
            case Established established ->
                switch (command) {
                    case EstablishCouncil establish -> establish(council, establish);
                    case ReviseCouncil revise -> revise(established, revise);
                    case OfferSeats offer -> offer(established, offer);
                    case WithdrawOffer withdraw -> withdraw(established, withdraw);
                    case SeatMembers seat -> seat(established, seat);
                    case VacateSeat vacate -> vacate(established, vacate);
                    case ReplaceMember replace -> replace(established, replace);
                };
        };
    }

    private static Decision<CouncilEvent> unchanged() {
        return new Decision.Accepted<>(List.of());
    }

    private static Decision<CouncilEvent> establish(Council council, EstablishCouncil command) {
        return switch (council) {
            case Unestablished nothing -> Decision.accept(new CouncilEstablished(command.council(), command.terms()));
            case Established established ->
                established.terms().equals(command.terms())
                        ? unchanged()
                        : Decision.refuse(EXISTS, "council: " + command.council() + " is established otherwise");
        };
    }

    private static Decision<CouncilEvent> revise(Established council, ReviseCouncil command) {
        String reason = command.reason().strip();
        if (!Reasons.isGiven(reason)) {
            return Decision.refuse(INVALID, "reason: a council is revised with a reason of 1 to 500 characters");
        }
        if (command.terms().equals(council.terms())) {
            return unchanged();
        }
        if (!command.terms().isRevisionOf(council.terms())) {
            return Decision.refuse(
                    INVALID, "terms: kind, district, members and demonstration of a council stay what they are");
        }
        if (!council.offers().isEmpty()) {
            return Decision.refuse(
                    WRONG_STATE,
                    "the council " + command.council() + " is not revised while seats of it are being drawn");
        }
        int highest = council.seats().isEmpty() ? 0 : council.seats().lastKey();
        return command.terms().seats() < highest
                ? Decision.refuse(
                        INVALID,
                        "seats: " + highest + " are taken, " + command.terms().seats() + " is less")
                : Decision.accept(new CouncilRevised(command.council(), command.terms(), reason));
    }

    private static Decision<CouncilEvent> offer(Established council, OfferSeats command) {
        SeatOffer offer = command.offer();
        SeatOffer known = council.offers().get(command.draw());
        if (offer.equals(known)) {
            return unchanged();
        }
        if (known != null || council.past().contains(command.draw())) {
            return Decision.refuse(EXISTS, "draw: there is a draw " + command.draw() + " already");
        }
        int most = council.unoffered(offer.from());
        return offer.seats() > most
                ? Decision.refuse(
                        INVALID,
                        "seats: on " + offer.from() + " the council " + command.council() + " has " + most
                                + " free seats, not " + offer.seats())
                : Decision.accept(new SeatsOffered(
                        command.council(), command.draw(), offer.seats(), offer.from(), offer.until()));
    }

    private static Decision<CouncilEvent> withdraw(Established council, WithdrawOffer command) {
        return council.offers().containsKey(command.draw())
                ? Decision.accept(new OfferWithdrawn(command.council(), command.draw()))
                : council.past().contains(command.draw())
                        ? unchanged()
                        : Decision.refuse(UNKNOWN, "draw: no seats are put aside for a draw " + command.draw());
    }

    private static Decision<CouncilEvent> seat(Established council, SeatMembers command) {
        SeatOffer offer = council.offers().get(command.draw());
        if (offer == null) {
            return council.past().contains(command.draw())
                    ? unchanged()
                    : Decision.refuse(UNKNOWN, "draw: no seats are put aside for a draw " + command.draw());
        }
        return Decision.accept(
                new SeatsTaken(command.council(), command.draw(), command.candidates(), offer.from(), offer.until()));
    }

    private static Decision<CouncilEvent> vacate(Established council, VacateSeat command) {
        Optional<Tenure> latest = council.latest(command.seat());
        if (latest.isEmpty()) {
            return Decision.refuse(UNKNOWN, "seat: nobody has held the seat " + command.seat());
        }
        Tenure tenure = latest.get();
        if (tenure.vacated() != null) {
            return tenure.vacated().equals(command.day())
                    ? unchanged()
                    : Decision.refuse(
                            EXISTS, "seat: the seat " + command.seat() + " was vacated on " + tenure.vacated());
        }
        if (command.day().isBefore(tenure.from()) || !command.day().isBefore(tenure.until())) {
            return Decision.refuse(
                    INVALID,
                    "day: the seat " + command.seat() + " is held from " + tenure.from() + " to the day before "
                            + tenure.until() + ", and not vacated on " + command.day());
        }
        return Decision.accept(new SeatVacated(command.council(), command.seat(), command.day(), command.reason()));
    }

    private static Decision<CouncilEvent> replace(Established council, ReplaceMember command) {
        Optional<Tenure> latest = council.latest(command.seat());
        if (latest.isEmpty()) {
            return Decision.refuse(UNKNOWN, "seat: nobody has held the seat " + command.seat());
        }
        Tenure tenure = latest.get();
        if (tenure.vacated() == null) {
            return Decision.refuse(WRONG_STATE, "seat: the seat " + command.seat() + " is not vacant");
        }
        if (!tenure.draw().equals(command.draw())) {
            return Decision.refuse(
                    INVALID,
                    "draw: the seat " + command.seat() + " was given by the draw " + tenure.draw() + ", not by "
                            + command.draw());
        }
        if (command.day().isBefore(tenure.vacated()) || !command.day().isBefore(tenure.until())) {
            return Decision.refuse(
                    INVALID,
                    "day: the seat " + command.seat() + " is vacant from " + tenure.vacated() + " to the day before "
                            + tenure.until() + "; it is not filled on " + command.day());
        }
        return Decision.accept(
                new SeatFilled(command.council(), command.seat(), command.day(), command.draw(), command.candidate()));
    }
}
