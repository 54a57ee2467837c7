package eu.urne.engine.council;

import java.util.List;

/** What happens to the minutes of a meeting (docs/formats/councils.md, section 9). */
public sealed interface MinutesEvent {

    /** The council. */
    CouncilId council();

    /** The meeting. */
    MeetingId meeting();

    /** There is a first version. */
    record MinutesDrafted(
            CouncilId council, MeetingId meeting, int version, MinutesFacts facts, List<MinutesNote> notes)
            implements MinutesEvent {
        /** Copies the list. */
        public MinutesDrafted {
            notes = List.copyOf(notes);
        }
    }

    /** There is another version; signatures of those before do not count for it. */
    record MinutesCorrected(
            CouncilId council,
            MeetingId meeting,
            int version,
            MinutesFacts facts,
            List<MinutesNote> notes,
            String reason)
            implements MinutesEvent {
        /** Copies the list. */
        public MinutesCorrected {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Somebody stands by a version.
     *
     * @param key number of the signer's key
     */
    record MinutesSigned(
            CouncilId council,
            MeetingId meeting,
            int version,
            SignerRole role,
            SignerId signer,
            int key,
            SignatureText signature)
            implements MinutesEvent {}

    /** Chair and secretary have signed. */
    record MinutesPublished(CouncilId council, MeetingId meeting, int version) implements MinutesEvent {}
}
