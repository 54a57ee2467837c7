package eu.urne.engine.council;

import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.Decision;
import eu.urne.engine.Refusal;
import eu.urne.engine.council.CandidacyCommand.OpenCandidacies;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.CouncilCommand.OfferSeats;
import eu.urne.engine.council.CouncilCommand.ReplaceMember;
import eu.urne.engine.council.CouncilCommand.SeatMembers;
import eu.urne.engine.council.CouncilCommand.WithdrawOffer;
import eu.urne.engine.council.CouncilDraw.Drawn;
import eu.urne.engine.council.DrawCommand.AnnounceDraw;
import eu.urne.engine.council.DrawCommand.CallOffDraw;
import eu.urne.engine.council.DrawCommand.FreezePool;
import eu.urne.engine.council.DrawCommand.ReadRandomness;
import eu.urne.engine.council.DrawEvent.GivenSeat;
import eu.urne.engine.council.internal.CouncilReader;
import eu.urne.engine.council.internal.DrawDecider;
import eu.urne.engine.council.internal.NextInLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The steps of a draw that need more than its own stream: the seats of the council, the candidacies. Each step can be
 * repeated after an interruption and goes on where it was.
 */
public final class DrawOffice {

    private final Commands commands;
    private final CouncilReader reader;

    /** An office that sends its commands there. */
    public DrawOffice(Commands commands, CouncilReader reader) {
        this.commands = commands;
        this.reader = reader;
    }

    /** The council as the log has it now. */
    public Council council(CouncilId id) {
        return reader.council(id).state();
    }

    /** The draw as the log has it now. */
    public CouncilDraw draw(DrawId id) {
        return reader.draw(id);
    }

    private static Answer refuse(Refusal.Reason reason, String sentence) {
        return new Answer.Refused(new Refusal(reason, sentence));
    }

    /** What stands against freezing a pool now; empty for nothing. */
    public Optional<Refusal> against(FreezePool command) {
        return DrawDecider.decide(reader.draw(command.draw()), command)
                        instanceof Decision.Refused<DrawEvent>(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    /** Puts the seats aside, announces the draw, and lets candidacies be handed in. */
    public Answer announce(DrawTerms terms, CommandOrigin origin) {
        boolean organisations = council(terms.council()) instanceof Established council
                && council.terms().members() == Membership.ORGANISATIONS;
        if (organisations && terms.consentBelow() != null) {
            return refuse(INVALID, "consentBelow: organisations have no guardians");
        }
        Answer offered =
                commands.send(new OfferSeats(terms.council(), terms.draw(), terms.offer()), origin.then("seats"));
        if (offered instanceof Answer.Refused) {
            return offered;
        }
        Answer announced = commands.send(new AnnounceDraw(terms), origin);
        if (announced instanceof Answer.Refused) {
            return announced;
        }
        Answer opened = commands.send(
                new OpenCandidacies(terms.draw()), origin.then("candidacies").toTheDay());
        return opened instanceof Answer.Refused ? opened : announced;
    }

    /** Tells the values of the randomness; where a second person has told the same, members are drawn and seated. */
    public Answer read(DrawId id, List<String> values, CommandOrigin origin) {
        Answer read = commands.send(new ReadRandomness(id, origin.by(), values, origin.atMs()), origin);
        if (!(read instanceof Answer.Refused) && reader.draw(id) instanceof Drawn drawn) {
            List<Integer> members =
                    drawn.seats().stream().map(GivenSeat::candidate).toList();
            Answer seated = commands.send(new SeatMembers(drawn.terms().council(), id, members), origin.then("seats"));
            return seated instanceof Answer.Refused ? seated : read;
        }
        return read;
    }

    /** Calls a draw off, and takes its seats back. */
    public Answer callOff(DrawId id, String reason, CommandOrigin origin) {
        Answer calledOff = commands.send(new CallOffDraw(id, reason), origin);
        if (!(calledOff instanceof Answer.Refused) && reader.draw(id) instanceof CouncilDraw.CalledOff draw) {
            Answer withdrawn = commands.send(new WithdrawOffer(draw.terms().council(), id), origin.then("seats"));
            return withdrawn instanceof Answer.Refused ? withdrawn : calledOff;
        }
        return calledOff;
    }

    /**
     * Who is next for a seat that is vacant; empty where nobody is, or the seat is not vacant.
     *
     * @param seat from 1
     */
    public OptionalInt next(CouncilId id, int seat) {
        Optional<Drawn> draw = reader.council(id).state() instanceof Established council
                ? council.latest(seat)
                        .filter(tenure -> tenure.vacated() != null)
                        .map(Tenure::draw)
                        .map(reader::draw)
                        .filter(Drawn.class::isInstance)
                        .map(Drawn.class::cast)
                : Optional.empty();
        return draw.isPresent() && reader.council(id).state() instanceof Established council
                ? NextInLine.of(council, draw.get(), seat)
                : OptionalInt.empty();
    }

    /**
     * Gives a vacant seat to the next.
     *
     * @param seat from 1
     * @param day from which on it is held
     */
    public Answer replace(CouncilId id, int seat, LocalDate day, CommandOrigin origin) {
        Optional<Answer.Accepted> earlier = commands.find(origin.id());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (!(reader.council(id).state() instanceof Established council)) {
            return refuse(UNKNOWN, "there is no council " + id);
        }
        Optional<Tenure> latest = council.latest(seat);
        if (latest.isEmpty() || latest.get().vacated() == null) {
            return refuse(WRONG_STATE, "seat: the seat " + seat + " of the council " + id + " was not vacated");
        }
        OptionalInt next = next(id, seat);
        return next.isEmpty()
                ? refuse(WRONG_STATE, "seat: nobody is left in the reserve for the seat " + seat)
                : commands.send(new ReplaceMember(id, seat, day, latest.get().draw(), next.getAsInt()), origin);
    }
}
