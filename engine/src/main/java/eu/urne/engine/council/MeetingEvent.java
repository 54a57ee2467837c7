package eu.urne.engine.council;

import java.util.List;

/** What happens to a meeting of a council (docs/formats/councils.md, section 6). */
public sealed interface MeetingEvent {

    /** The council. */
    CouncilId council();

    /** The meeting. */
    MeetingId meeting();

    /** The members are called; the procedure is frozen. */
    record MeetingCalled(CouncilId council, MeetingId meeting, MeetingCall call, Procedure procedure)
            implements MeetingEvent {}

    /** Something is on the agenda. */
    record AgendaItemAdded(CouncilId council, MeetingId meeting, AgendaItem item) implements MeetingEvent {}

    /** It is not any more. */
    record AgendaItemWithdrawn(CouncilId council, MeetingId meeting, String item, String reason)
            implements MeetingEvent {}

    /** The agenda, in order. */
    record AgendaPublished(CouncilId council, MeetingId meeting, List<String> items) implements MeetingEvent {
        /** Copies the list. */
        public AgendaPublished {
            items = List.copyOf(items);
        }
    }

    /** A member is there, or not. */
    record AttendanceRecorded(CouncilId council, MeetingId meeting, int seat, Presence as) implements MeetingEvent {}

    /** A member votes for another. */
    record ProxyGiven(CouncilId council, MeetingId meeting, int from, int to) implements MeetingEvent {}

    /** Not any more. */
    record ProxyWithdrawn(CouncilId council, MeetingId meeting, int from) implements MeetingEvent {}

    /** The meeting has begun. */
    record MeetingOpened(CouncilId council, MeetingId meeting, int chair, List<Integer> held, long events)
            implements MeetingEvent {
        /** Copies the list. */
        public MeetingOpened {
            held = List.copyOf(held);
        }
    }

    /** Whether enough are there; all but {@code met} are counts of seats. */
    record QuorumEvaluated(CouncilId council, MeetingId meeting, int held, int needed, int present, boolean met)
            implements MeetingEvent {}

    /** The meeting is over. */
    record MeetingClosed(CouncilId council, MeetingId meeting) implements MeetingEvent {}

    /** There is no meeting. */
    record MeetingCalledOff(CouncilId council, MeetingId meeting, String reason) implements MeetingEvent {}
}
