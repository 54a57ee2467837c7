package eu.urne.engine.council.internal;

import static eu.urne.engine.Refusal.Reason.EXISTS;
import static eu.urne.engine.Refusal.Reason.INVALID;
import static eu.urne.engine.Refusal.Reason.UNKNOWN;
import static eu.urne.engine.Refusal.Reason.WRONG_STATE;

import eu.urne.engine.Decision;
import eu.urne.engine.council.Agenda;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.Meeting.Called;
import eu.urne.engine.council.Meeting.Known;
import eu.urne.engine.council.Meeting.Open;
import eu.urne.engine.council.MeetingCommand;
import eu.urne.engine.council.MeetingCommand.AddAgendaItem;
import eu.urne.engine.council.MeetingCommand.CallMeeting;
import eu.urne.engine.council.MeetingCommand.CallOffMeeting;
import eu.urne.engine.council.MeetingCommand.CloseMeeting;
import eu.urne.engine.council.MeetingCommand.EvaluateQuorum;
import eu.urne.engine.council.MeetingCommand.GiveProxy;
import eu.urne.engine.council.MeetingCommand.OpenMeeting;
import eu.urne.engine.council.MeetingCommand.PublishAgenda;
import eu.urne.engine.council.MeetingCommand.RecordAttendance;
import eu.urne.engine.council.MeetingCommand.WithdrawAgendaItem;
import eu.urne.engine.council.MeetingCommand.WithdrawProxy;
import eu.urne.engine.council.MeetingEvent;
import eu.urne.engine.council.MeetingEvent.AgendaItemAdded;
import eu.urne.engine.council.MeetingEvent.AgendaItemWithdrawn;
import eu.urne.engine.council.MeetingEvent.AgendaPublished;
import eu.urne.engine.council.MeetingEvent.AttendanceRecorded;
import eu.urne.engine.council.MeetingEvent.MeetingCalled;
import eu.urne.engine.council.MeetingEvent.MeetingCalledOff;
import eu.urne.engine.council.MeetingEvent.MeetingClosed;
import eu.urne.engine.council.MeetingEvent.MeetingOpened;
import eu.urne.engine.council.MeetingEvent.QuorumEvaluated;
import eu.urne.engine.council.Presence;
import java.util.List;

/** What happens to a meeting on a command: pure, the same for the same state. */
public final class MeetingDecider {

    private static final int MOST_ITEMS = 100;

    private MeetingDecider() {}

    /** The events that follow, or why not. */
    public static Decision<MeetingEvent> decide(Meeting meeting, MeetingCommand command) {
        if (command instanceof CallMeeting call) {
            return call(meeting, call);
        }
        if (!(meeting instanceof Known known)) {
            return Decision.refuse(
                    UNKNOWN, "meeting: the council " + command.council() + " has no meeting " + command.meeting());
        }
        return switch (command) {
            case CallMeeting call -> call(meeting, call);
            case AddAgendaItem add -> add(known, add);
            case WithdrawAgendaItem withdraw -> withdraw(known, withdraw);
            case PublishAgenda publish -> publish(known, publish);
            case RecordAttendance record -> attendance(known, record);
            case GiveProxy give -> Proxies.give(known, give);
            case WithdrawProxy withdraw -> Proxies.withdraw(known, withdraw);
            case OpenMeeting open -> open(known, open);
            case EvaluateQuorum evaluate -> quorum(known, evaluate);
            case CloseMeeting close -> close(known, close);
            case CallOffMeeting callOff -> callOff(known, callOff);
        };
    }

    static Decision<MeetingEvent> unchanged() {
        return new Decision.Accepted<>(List.of());
    }

    static Decision<MeetingEvent> not(Known meeting, MeetingCommand command, String what) {
        String state =
                switch (meeting) {
                    case Called called -> "is not open";
                    case Open open -> "is open";
                    case Meeting.Closed closed -> "is closed";
                    case Meeting.CalledOff calledOff -> "was called off";
                };
        return Decision.refuse(WRONG_STATE, "meeting: " + command.meeting() + " " + state + "; " + what);
    }

    private static Decision<MeetingEvent> call(Meeting meeting, CallMeeting command) {
        if (meeting instanceof Known known) {
            return known.facts().call().equals(command.call())
                    ? unchanged()
                    : Decision.refuse(EXISTS, "meeting: " + command.meeting() + " is called otherwise");
        }
        int notice = command.procedure().notice();
        boolean late = command.call().notice() < notice;
        if (late && command.call().urgency() == null) {
            return Decision.refuse(
                    INVALID,
                    "day: members are called " + notice + " days before a meeting; "
                            + command.call().notice() + " needs a reason, the urgency");
        }
        if (!late && command.call().urgency() != null) {
            return Decision.refuse(INVALID, "urgency: there is none with a notice of " + notice + " days");
        }
        if (command.call().remote() && !command.procedure().remote()) {
            return Decision.refuse(INVALID, "remote: members of this council attend in the room");
        }
        return Decision.accept(
                new MeetingCalled(command.council(), command.meeting(), command.call(), command.procedure()));
    }

    private static Decision<MeetingEvent> add(Known meeting, AddAgendaItem command) {
        if (!(meeting instanceof Called called)) {
            return not(meeting, command, "its agenda stays as it is");
        }
        AgendaItem item = command.item();
        List<AgendaItem> agenda = called.facts().agenda();
        if (agenda.contains(item)) {
            return unchanged();
        }
        if (agenda.stream().anyMatch(each -> each.id().equals(item.id()))) {
            return Decision.refuse(EXISTS, "item: " + item.id() + " stands otherwise on the agenda");
        }
        return agenda.size() >= MOST_ITEMS
                ? Decision.refuse(INVALID, "item: an agenda has at most " + MOST_ITEMS + " items")
                : Decision.accept(new AgendaItemAdded(command.council(), command.meeting(), item));
    }

    private static Decision<MeetingEvent> withdraw(Known meeting, WithdrawAgendaItem command) {
        if (!(meeting instanceof Called called)) {
            return not(meeting, command, "its agenda stays as it is");
        }
        if (called.facts().agenda().stream().noneMatch(item -> item.id().equals(command.item()))) {
            return Decision.refuse(UNKNOWN, "item: " + command.item() + " does not stand on the agenda");
        }
        return Reasons.isGiven(command.reason())
                ? Decision.accept(new AgendaItemWithdrawn(
                        command.council(),
                        command.meeting(),
                        command.item(),
                        command.reason().strip()))
                : Decision.refuse(INVALID, "reason: 1 to " + Reasons.MOST + " characters are needed");
    }

    private static Decision<MeetingEvent> publish(Known meeting, PublishAgenda command) {
        if (!(meeting instanceof Called called)) {
            return not(meeting, command, "its agenda stays as it is");
        }
        List<String> items =
                Agenda.order(called.facts().procedure().agenda(), called.facts().agenda());
        if (items.isEmpty()) {
            return Decision.refuse(WRONG_STATE, "agenda: there is nothing on it");
        }
        return items.equals(called.facts().published())
                ? unchanged()
                : Decision.accept(new AgendaPublished(command.council(), command.meeting(), items));
    }

    private static Decision<MeetingEvent> attendance(Known meeting, RecordAttendance command) {
        boolean possible = meeting instanceof Open || (meeting instanceof Called && command.as() == Presence.EXCUSED);
        if (!possible) {
            return not(meeting, command, "who is there is recorded while it is open");
        }
        if (meeting instanceof Open open && !open.held().contains(command.seat())) {
            return Decision.refuse(UNKNOWN, "seat: nobody holds the seat " + command.seat() + " on that day");
        }
        if (command.seat() < 1 || command.seat() > CouncilTerms.MOST_SEATS) {
            return Decision.refuse(INVALID, "seat: " + command.seat() + " is no seat");
        }
        Presence known = meeting.facts().attendance().get(command.seat());
        if (command.as() == known) {
            return unchanged();
        }
        if (command.as() == Presence.REMOTE && !meeting.facts().call().remote()) {
            return Decision.refuse(INVALID, "as: members attend this meeting in the room");
        }
        return command.as() == Presence.LEFT && (known == null || !known.isThere())
                ? Decision.refuse(WRONG_STATE, "as: the seat " + command.seat() + " was not there, and cannot leave")
                : Decision.accept(
                        new AttendanceRecorded(command.council(), command.meeting(), command.seat(), command.as()));
    }

    private static Decision<MeetingEvent> open(Known meeting, OpenMeeting command) {
        if (!(meeting instanceof Called)) {
            return meeting instanceof Open ? unchanged() : not(meeting, command, "it is not opened any more");
        }
        if (command.chair() != 0 && !command.held().contains(command.chair())) {
            return Decision.refuse(INVALID, "chair: nobody holds the seat " + command.chair() + " on that day");
        }
        return Decision.accept(new MeetingOpened(
                command.council(), command.meeting(), command.chair(), command.held(), command.events()));
    }

    private static Decision<MeetingEvent> quorum(Known meeting, EvaluateQuorum command) {
        if (!(meeting instanceof Open open)) {
            return not(meeting, command, "a quorum is evaluated while it is open");
        }
        int present = open.there().size();
        return Decision.accept(new QuorumEvaluated(
                command.council(),
                command.meeting(),
                open.held().size(),
                open.needed(),
                present,
                present >= open.needed()));
    }

    private static Decision<MeetingEvent> close(Known meeting, CloseMeeting command) {
        return switch (meeting) {
            case Open open -> Decision.accept(new MeetingClosed(command.council(), command.meeting()));
            case Meeting.Closed closed -> unchanged();
            case Called called -> not(meeting, command, "it is not closed");
            case Meeting.CalledOff calledOff -> not(meeting, command, "it is not closed");
        };
    }

    private static Decision<MeetingEvent> callOff(Known meeting, CallOffMeeting command) {
        if (!(meeting instanceof Called)) {
            return meeting instanceof Meeting.CalledOff
                    ? unchanged()
                    : not(meeting, command, "it is not called off any more");
        }
        return Reasons.isGiven(command.reason())
                ? Decision.accept(new MeetingCalledOff(
                        command.council(), command.meeting(), command.reason().strip()))
                : Decision.refuse(INVALID, "reason: 1 to " + Reasons.MOST + " characters are needed");
    }
}
