package eu.urne.engine.council;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of the minutes of a meeting; {@link MinutesOffice} knows what stands in other streams. */
public sealed interface MinutesCommand {

    /** The council. */
    CouncilId council();

    /** The meeting. */
    MeetingId meeting();

    /** Name of the stream, which is the aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return stream(council(), meeting());
    }

    /** Name of the stream of the minutes of a meeting. */
    static String stream(CouncilId council, MeetingId meeting) {
        return "minutes/" + council + "/" + meeting;
    }

    /**
     * Draft minutes.
     *
     * @param agenda the published one, by the ids of its items
     */
    record DraftMinutes(
            CouncilId council, MeetingId meeting, MinutesFacts facts, List<String> agenda, List<MinutesNote> notes)
            implements MinutesCommand {}

    /**
     * Correct them.
     *
     * @param agenda the published one, by the ids of its items
     */
    record CorrectMinutes(
            CouncilId council,
            MeetingId meeting,
            MinutesFacts facts,
            List<String> agenda,
            List<MinutesNote> notes,
            String reason)
            implements MinutesCommand {}

    /**
     * Sign a version.
     *
     * @param chair of the meeting: a seat, or 0
     * @param version that was signed
     * @param by the signer as the log has it, with a key in use
     */
    record SignMinutes(
            CouncilId council,
            MeetingId meeting,
            int chair,
            int version,
            SignerId signer,
            Signer.Keyed by,
            SignatureText signature)
            implements MinutesCommand {}
}
