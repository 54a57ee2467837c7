package eu.urne.engine.council;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a meeting of a council. A seat is a number from 1. */
public sealed interface MeetingCommand {

    /** The council. */
    CouncilId council();

    /** The meeting. */
    MeetingId meeting();

    /** Name of the meeting's stream, which is its aggregate identifier. */
    @TargetAggregateIdentifier
    default String stream() {
        return meeting().stream(council());
    }

    /** Call the members to a meeting under this procedure, which is that of the council. */
    record CallMeeting(CouncilId council, MeetingId meeting, MeetingCall call, Procedure procedure)
            implements MeetingCommand {}

    /** Put something on the agenda. */
    record AddAgendaItem(CouncilId council, MeetingId meeting, AgendaItem item) implements MeetingCommand {}

    /** Take something off the agenda. */
    record WithdrawAgendaItem(CouncilId council, MeetingId meeting, String item, String reason)
            implements MeetingCommand {}

    /** Publish the agenda in the order of the procedure. */
    record PublishAgenda(CouncilId council, MeetingId meeting) implements MeetingCommand {}

    /** Record who is there, or not. */
    record RecordAttendance(CouncilId council, MeetingId meeting, int seat, Presence as) implements MeetingCommand {}

    /** Let a member vote for another who is not there. */
    record GiveProxy(CouncilId council, MeetingId meeting, int from, int to) implements MeetingCommand {}

    /** Let it no longer. */
    record WithdrawProxy(CouncilId council, MeetingId meeting, int from) implements MeetingCommand {}

    /**
     * Open the meeting.
     *
     * @param chair a seat held, or 0 for somebody who holds none
     * @param held the seats held on the day of the meeting, in order
     * @param events by so many events of the council's stream
     */
    record OpenMeeting(CouncilId council, MeetingId meeting, int chair, List<Integer> held, long events)
            implements MeetingCommand {}

    /** Say whether enough members are there. */
    record EvaluateQuorum(CouncilId council, MeetingId meeting) implements MeetingCommand {}

    /** Close the meeting. */
    record CloseMeeting(CouncilId council, MeetingId meeting) implements MeetingCommand {}

    /** Call it off. */
    record CallOffMeeting(CouncilId council, MeetingId meeting, String reason) implements MeetingCommand {}
}
