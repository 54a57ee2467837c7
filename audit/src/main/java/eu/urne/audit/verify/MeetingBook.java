package eu.urne.audit.verify;

import eu.urne.audit.council.Procedure;
import eu.urne.audit.event.MeetingEvent;
import eu.urne.audit.event.MeetingEvent.AgendaItemAdded;
import eu.urne.audit.event.MeetingEvent.AgendaPublished;
import eu.urne.audit.event.MeetingEvent.AttendanceRecorded;
import eu.urne.audit.event.MeetingEvent.MeetingCalled;
import eu.urne.audit.event.MeetingEvent.MeetingOpened;
import eu.urne.audit.event.MeetingEvent.Presence;
import eu.urne.audit.event.MeetingEvent.ProxyGiven;
import eu.urne.audit.event.MeetingEvent.QuorumEvaluated;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Check 13 of meetings: a council meets by its own procedure (docs/formats/councils.md, section 6). */
final class MeetingBook {
    private final Map<String, MeetingTrail> meetings = new HashMap<>();
    private final Councils councils;
    private final Findings findings;

    /** The councils of the log. */
    interface Councils {
        /** Gives a council; null if there is none. */
        @Nullable
        CouncilTrail find(String id);
    }

    MeetingBook(Councils councils, Findings findings) {
        this.councils = councils;
        this.findings = findings;
    }

    @Nullable
    MeetingTrail find(String council, String id) {
        return meetings.get(council + "/" + id);
    }

    private MeetingTrail trail(String council, String id) {
        return meetings.computeIfAbsent(council + "/" + id, key -> new MeetingTrail(council, id, findings));
    }

    void giveUp(String council, String id) {
        trail(council, id).notExamined = true;
    }

    void accept(Place place, MeetingEvent event) {
        MeetingTrail meeting = trail(event.council(), event.meeting());
        if (meeting.notExamined) {
            return;
        }
        if (event instanceof MeetingCalled called) {
            call(meeting, place, called);
        } else if (meeting.phase == MeetingTrail.Phase.NEW) {
            meeting.protest.wrong(place, "is not called");
            meeting.notExamined = true;
            return;
        } else {
            dispatch(meeting, place, event);
        }
        meeting.events.add(event);
    }

    private void call(MeetingTrail meeting, Place place, MeetingCalled event) {
        meeting.protest.demand(meeting.phase == MeetingTrail.Phase.NEW, place, "is called a second time");
        CouncilTrail council = councils.find(event.council());
        Procedure procedure = council == null || council.terms == null ? null : council.terms.procedure();
        meeting.protest.demand(
                event.procedure().equals(procedure), place, "is called under another procedure than its council's");
        boolean late = event.call().notice() < event.procedure().notice();
        meeting.protest.demand(
                late == event.call().urgent(),
                place,
                "is called " + event.call().notice() + " days before, where "
                        + event.procedure().notice() + " are the notice, "
                        + (late ? "without telling an urgency" : "and tells an urgency"));
        meeting.protest.demand(
                !event.call().remote() || event.procedure().remote(),
                place,
                "may be attended from elsewhere, which the procedure does not allow");
        meeting.phase = MeetingTrail.Phase.CALLED;
        meeting.call = event.call();
        meeting.procedure = event.procedure();
    }

    private void dispatch(MeetingTrail meeting, Place place, MeetingEvent event) {
        switch (event) {
            case MeetingCalled called -> throw new IllegalArgumentException("called by accept()");
            case AgendaItemAdded added -> {
                due(meeting, place, MeetingTrail.Phase.CALLED, "AgendaItemAdded");
                boolean known =
                        meeting.agenda.stream().anyMatch(item -> item.item().equals(added.item()));
                meeting.protest.demand(!known, place, "has the item '" + added.item() + "' a second time");
                meeting.agenda.add(added);
            }
            case MeetingEvent.AgendaItemWithdrawn withdrawn -> {
                due(meeting, place, MeetingTrail.Phase.CALLED, "AgendaItemWithdrawn");
                meeting.protest.demand(
                        meeting.agenda.removeIf(item -> item.item().equals(withdrawn.item())),
                        place,
                        "has no item '" + withdrawn.item() + "' that could be withdrawn");
            }
            case AgendaPublished published -> publish(meeting, place, published);
            case AttendanceRecorded recorded -> attend(meeting, place, recorded);
            case ProxyGiven given -> give(meeting, place, given);
            case MeetingEvent.ProxyWithdrawn withdrawn ->
                meeting.protest.demand(
                        !isOver(meeting) && meeting.proxies.remove(withdrawn.from()) != null,
                        place,
                        "has no proxy of the seat " + withdrawn.from() + " that could be withdrawn");
            case MeetingOpened opened -> open(meeting, place, opened);
            case QuorumEvaluated evaluated -> evaluate(meeting, place, evaluated);
            case MeetingEvent.MeetingClosed closed -> {
                due(meeting, place, MeetingTrail.Phase.OPEN, "MeetingClosed");
                meeting.phase = MeetingTrail.Phase.CLOSED;
                meeting.closed = place;
            }
            case MeetingEvent.MeetingCalledOff calledOff -> {
                due(meeting, place, MeetingTrail.Phase.CALLED, "MeetingCalledOff");
                meeting.phase = MeetingTrail.Phase.CALLED_OFF;
            }
        }
    }

    private static void due(MeetingTrail meeting, Place place, MeetingTrail.Phase phase, String event) {
        meeting.protest.demand(
                meeting.phase == phase,
                place,
                "is " + meeting.phase.words() + ", where " + event + " does not stand in its place");
    }

    private static boolean isOver(MeetingTrail meeting) {
        return meeting.phase != MeetingTrail.Phase.CALLED && meeting.phase != MeetingTrail.Phase.OPEN;
    }

    private static void publish(MeetingTrail meeting, Place place, AgendaPublished event) {
        due(meeting, place, MeetingTrail.Phase.CALLED, "AgendaPublished");
        List<String> ordered = ordered(Objects.requireNonNull(meeting.procedure).agenda(), meeting.agenda);
        meeting.protest.demand(
                event.items().equals(ordered),
                place,
                "publishes an agenda that is not in the order of its procedure, which is " + ordered);
    }

    private static List<String> ordered(Procedure.Order order, List<AgendaItemAdded> items) {
        List<AgendaItemAdded> city =
                items.stream().filter(AgendaItemAdded::ofCity).toList();
        List<AgendaItemAdded> others =
                items.stream().filter(item -> !item.ofCity()).toList();
        Stream<AgendaItemAdded> ordered =
                switch (order) {
                    case CITY_FIRST -> Stream.concat(city.stream(), others.stream());
                    case RESIDENTS_FIRST -> Stream.concat(others.stream(), city.stream());
                    case ALTERNATE -> byTurns(others, city).stream();
                    case BY_DAY -> items.stream();
                };
        return ordered.map(AgendaItemAdded::item).toList();
    }

    private static List<AgendaItemAdded> byTurns(List<AgendaItemAdded> first, List<AgendaItemAdded> second) {
        List<AgendaItemAdded> all = new ArrayList<>();
        int turn = 0;
        while (turn < first.size() || turn < second.size()) {
            all.addAll(first.subList(Math.min(turn, first.size()), Math.min(turn + 1, first.size())));
            all.addAll(second.subList(Math.min(turn, second.size()), Math.min(turn + 1, second.size())));
            turn++;
        }
        return all;
    }

    private static void attend(MeetingTrail meeting, Place place, AttendanceRecorded event) {
        boolean open = meeting.phase == MeetingTrail.Phase.OPEN;
        meeting.protest.demand(
                open || (meeting.phase == MeetingTrail.Phase.CALLED && event.as() == Presence.EXCUSED),
                place,
                "is " + meeting.phase.words() + ", where the seat " + event.seat() + " cannot be " + event.as());
        meeting.protest.demand(
                !open || meeting.held().contains(event.seat()),
                place,
                "is attended by the seat " + event.seat() + ", which nobody holds");
        meeting.protest.demand(
                event.as() != Presence.REMOTE
                        || Objects.requireNonNull(meeting.call).remote(),
                place,
                "is attended from elsewhere, which its call does not allow");
        meeting.attendance.put(event.seat(), event.as());
    }

    private static void give(MeetingTrail meeting, Place place, ProxyGiven event) {
        long most = Objects.requireNonNull(meeting.procedure).proxies();
        long held =
                meeting.proxies.values().stream().filter(to -> to == event.to()).count();
        boolean good = !isOver(meeting)
                && event.from() != event.to()
                && held < most
                && !meeting.proxies.containsKey(event.from())
                && !meeting.proxies.containsKey(event.to())
                && !meeting.proxies.containsValue(event.from());
        meeting.protest.demand(
                good,
                place,
                "has a proxy of the seat " + event.from() + " for the seat " + event.to()
                        + ", which the procedure does not allow");
        meeting.proxies.put(event.from(), event.to());
    }

    private void open(MeetingTrail meeting, Place place, MeetingOpened event) {
        due(meeting, place, MeetingTrail.Phase.CALLED, "MeetingOpened");
        meeting.phase = MeetingTrail.Phase.OPEN;
        meeting.opened = event;
        CouncilTrail council = councils.find(event.council());
        if (council == null || council.notExamined || council.terms == null) {
            return;
        }
        boolean known = event.events() >= 1 && event.events() <= council.events.size();
        List<Integer> held = known
                ? CouncilSeats.of(council.events.subList(0, event.events()), council.terms.seats())
                        .held(Objects.requireNonNull(meeting.call).day())
                : List.of();
        meeting.protest.demand(
                known && event.held().equals(held),
                place,
                "is opened with other seats than are held by the first " + event.events()
                        + " events of the council, which are " + held);
        meeting.protest.demand(
                event.chair() == 0 || event.held().contains(event.chair()),
                place,
                "is chaired by the seat " + event.chair() + ", which nobody holds");
    }

    private static void evaluate(MeetingTrail meeting, Place place, QuorumEvaluated event) {
        due(meeting, place, MeetingTrail.Phase.OPEN, "QuorumEvaluated");
        MeetingTrail.Room room = meeting.room(meeting.events.size());
        long present = meeting.held().stream().filter(room::isThere).count();
        boolean good = event.held() == meeting.held().size()
                && event.present() == present
                && event.needed() == meeting.needed()
                && event.met() == (present >= meeting.needed());
        meeting.protest.demand(
                good,
                place,
                "has a quorum evaluated otherwise than " + present + " there of "
                        + meeting.held().size() + ", " + meeting.needed() + " needed");
    }
}
