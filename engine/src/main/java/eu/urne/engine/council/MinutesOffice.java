package eu.urne.engine.council;

import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Answer;
import eu.urne.engine.CommandOrigin;
import eu.urne.engine.Commands;
import eu.urne.engine.Refusal;
import eu.urne.engine.council.Council.Established;
import eu.urne.engine.council.MinutesCommand.CorrectMinutes;
import eu.urne.engine.council.MinutesCommand.DraftMinutes;
import eu.urne.engine.council.MinutesCommand.SignMinutes;
import eu.urne.engine.council.SignerCommand.NameSigner;
import eu.urne.engine.council.internal.CouncilReader;
import eu.urne.engine.council.internal.FactsReader;
import java.util.Comparator;
import java.util.List;

/** The steps of minutes and their signers that need more than their own stream. */
public final class MinutesOffice {

    private final Commands commands;
    private final CouncilReader reader;
    private final FactsReader facts;

    /** An office of this engine. */
    public MinutesOffice(Commands commands, CouncilReader reader) {
        this.commands = commands;
        this.reader = reader;
        this.facts = new FactsReader(reader);
    }

    /** The minutes as the log has them now. */
    public Minutes minutes(CouncilId council, MeetingId meeting) {
        return reader.minutes(council, meeting);
    }

    /** The signer as the log has it now. */
    public Signer signer(CouncilId council, SignerId signer) {
        return reader.signer(council, signer);
    }

    private static Answer refuse(Refusal.Reason reason, String sentence) {
        return new Answer.Refused(new Refusal(reason, sentence));
    }

    /** Names somebody who signs minutes of a council. */
    public Answer name(CouncilId council, SignerId signer, SignerTerms terms, CommandOrigin origin) {
        return reader.council(council).state() instanceof Established
                ? commands.send(new NameSigner(council, signer, terms), origin)
                : refuse(UNKNOWN, "council: there is no council " + council);
    }

    private interface Step {
        Object command(MinutesFacts facts, List<String> agenda, List<MinutesNote> notes);
    }

    private static List<MinutesNote> inOrder(List<MinutesNote> notes, List<String> agenda) {
        return notes.stream()
                .sorted(Comparator.comparingInt(note -> note.item() == null ? -1 : agenda.indexOf(note.item())))
                .toList();
    }

    private Answer write(
            CouncilId council, MeetingId meeting, List<MinutesNote> notes, CommandOrigin origin, Step step) {
        return switch (reader.meeting(council, meeting).state()) {
            case Meeting.Closed closed -> {
                List<String> agenda = closed.facts().published();
                yield commands.send(step.command(facts.of(council, meeting), agenda, inOrder(notes, agenda)), origin);
            }
            case Meeting.Uncalled nothing ->
                refuse(UNKNOWN, "meeting: the council " + council + " has no meeting " + meeting);
            case Meeting.CalledOff calledOff -> refuse(WRONG_STATE, "meeting: " + meeting + " was called off");
            case Meeting.Known known ->
                refuse(WRONG_STATE, "meeting: " + meeting + " is not closed; minutes are written when it is");
        };
    }

    /**
     * Drafts the minutes of a closed meeting.
     *
     * @param notes 0 to 200, in any order
     */
    public Answer draft(CouncilId council, MeetingId meeting, List<MinutesNote> notes, CommandOrigin origin) {
        return write(
                council,
                meeting,
                notes,
                origin,
                (found, agenda, sorted) -> new DraftMinutes(council, meeting, found, agenda, sorted));
    }

    /**
     * Corrects them, with what the log has of the meeting's motions by now.
     *
     * @param notes 0 to 200, in any order
     */
    public Answer correct(
            CouncilId council, MeetingId meeting, List<MinutesNote> notes, String reason, CommandOrigin origin) {
        return write(
                council,
                meeting,
                notes,
                origin,
                (found, agenda, sorted) -> new CorrectMinutes(council, meeting, found, agenda, sorted, reason));
    }

    /** Takes a signature of the version, which is the latest. */
    public Answer sign(
            CouncilId council,
            MeetingId meeting,
            int version,
            SignerId signer,
            SignatureText signature,
            CommandOrigin origin) {
        if (!(reader.meeting(council, meeting).state() instanceof Meeting.Closed closed)) {
            return refuse(UNKNOWN, "meeting: there are no minutes of a meeting " + meeting + " of " + council);
        }
        return switch (reader.signer(council, signer)) {
            case Signer.Keyed keyed ->
                commands.send(
                        new SignMinutes(council, meeting, closed.chair(), version, signer, keyed, signature), origin);
            case Signer.Unnamed nobody ->
                refuse(UNKNOWN, "signer: the council " + council + " has no signer " + signer);
            case Signer.Retired retired -> refuse(WRONG_STATE, "signer: " + signer + " signs no longer");
            case Signer.Known known -> refuse(WRONG_STATE, "key: " + signer + " has no key in use");
        };
    }
}
