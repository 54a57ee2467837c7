package eu.urne.audit.event;

import eu.urne.audit.entry.EventType;
import eu.urne.audit.event.MeetingEvent.Presence;
import eu.urne.audit.json.Json;
import eu.urne.audit.json.MalformedException;
import eu.urne.audit.json.Members;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Reads the events of meetings (docs/formats/councils.md, section 6). */
final class MeetingEventReader {
    private static final int MAX_URGENCY = 500;

    private MeetingEventReader() {}

    static Event read(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.council.MeetingCalled.v1" -> called(data);
            case "urne.council.AgendaItemAdded.v1" -> added(data);
            case "urne.council.AgendaItemWithdrawn.v1" -> {
                Members members = members(data, "item", "reason");
                CouncilForms.text(members, "reason");
                yield new MeetingEvent.AgendaItemWithdrawn(
                        council(members), meeting(members), CouncilForms.id(members, "item"));
            }
            case "urne.council.AgendaPublished.v1" -> {
                Members members = members(data, "items");
                yield new MeetingEvent.AgendaPublished(
                        council(members), meeting(members), CouncilForms.ids(members, "items"));
            }
            case "urne.council.AttendanceRecorded.v1" -> attended(data);
            case "urne.council.ProxyGiven.v1" -> given(data);
            case "urne.council.ProxyWithdrawn.v1" -> {
                Members members = members(data, "from");
                yield new MeetingEvent.ProxyWithdrawn(
                        council(members), meeting(members), CouncilForms.seat(members, "from", 1));
            }
            case "urne.council.MeetingOpened.v1" -> {
                Members members = members(data, "chair", "events", "held");
                yield new MeetingEvent.MeetingOpened(
                        council(members),
                        meeting(members),
                        CouncilForms.seat(members, "chair", 0),
                        CouncilForms.events(members),
                        CouncilForms.integers(members, "held", 1, CouncilForms.MOST_SEATS));
            }
            default -> ending(type, data);
        };
    }

    private static MeetingEvent attended(Json data) throws MalformedException {
        Members members = members(data, "as", "seat");
        return new MeetingEvent.AttendanceRecorded(
                council(members),
                meeting(members),
                CouncilForms.seat(members, "seat", 1),
                CouncilForms.named(members, "as", Presence.values()));
    }

    private static MeetingEvent given(Json data) throws MalformedException {
        Members members = members(data, "from", "to");
        return new MeetingEvent.ProxyGiven(
                council(members),
                meeting(members),
                CouncilForms.seat(members, "from", 1),
                CouncilForms.seat(members, "to", 1));
    }

    private static Event ending(EventType type, Json data) throws MalformedException {
        return switch (type.text()) {
            case "urne.council.QuorumEvaluated.v1" -> {
                Members members = members(data, "held", "met", "needed", "present");
                yield new MeetingEvent.QuorumEvaluated(
                        council(members),
                        meeting(members),
                        CouncilForms.seat(members, "held", 0),
                        CouncilForms.seat(members, "present", 0),
                        CouncilForms.seat(members, "needed", 0),
                        members.bool("met"));
            }
            case "urne.council.MeetingClosed.v1" -> {
                Members members = members(data);
                yield new MeetingEvent.MeetingClosed(council(members), meeting(members));
            }
            case "urne.council.MeetingCalledOff.v1" -> {
                Members members = members(data, "reason");
                CouncilForms.text(members, "reason");
                yield new MeetingEvent.MeetingCalledOff(council(members), meeting(members));
            }
            default -> MotionEventReader.read(type, data);
        };
    }

    private static Members members(Json data, String... more) throws MalformedException {
        String[] names = new String[more.length + 2];
        System.arraycopy(more, 0, names, 0, more.length);
        names[more.length] = "council";
        names[more.length + 1] = "meeting";
        return Members.exactly(data, "data", names);
    }

    private static String council(Members members) throws MalformedException {
        return CouncilForms.id(members, "council");
    }

    private static String meeting(Members members) throws MalformedException {
        return CouncilForms.id(members, "meeting");
    }

    private static MeetingEvent called(Json data) throws MalformedException {
        Members members = members(data, "call", "procedure");
        Members call = Members.withOptional(
                members.value("call"), "call", Set.of("urgency"), "called", "day", "place", "remote", "time", "title");
        CouncilForms.time(call, "time");
        CouncilForms.line(call, "place");
        CouncilForms.line(call, "title");
        LocalDate day = CouncilForms.day(call, "day");
        long notice = ChronoUnit.DAYS.between(CouncilForms.day(call, "called"), day);
        if (notice < 0) {
            throw call.wrong("day", "is before 'called'");
        }
        if (call.has("urgency")) {
            String urgency = call.text("urgency");
            if (urgency.isBlank() || urgency.length() > MAX_URGENCY) {
                throw call.wrong("urgency", "is not 1 to " + MAX_URGENCY + " characters");
            }
        }
        return new MeetingEvent.MeetingCalled(
                council(members),
                meeting(members),
                new MeetingEvent.Call(day, notice, call.bool("remote"), call.has("urgency")),
                CouncilForms.procedure(members.value("procedure")));
    }

    private static MeetingEvent added(Json data) throws MalformedException {
        Members members = members(data, "item");
        Members item = Members.withOptional(
                members.value("item"), "item", Set.of("motion", "seat", "text"), "by", "id", "title");
        String by = item.text("by");
        if (!Set.of("CITY", "MEMBER", "RESIDENT").contains(by)) {
            throw item.wrong("by", "is none of CITY, MEMBER and RESIDENT");
        }
        if (by.equals("MEMBER") != item.has("seat")) {
            throw item.wrong("seat", "is there exactly with MEMBER");
        }
        if (item.has("seat")) {
            CouncilForms.seat(item, "seat", 1);
        }
        if (item.has("text")) {
            CouncilForms.blob(item, "text");
        }
        if (item.has("motion")) {
            CouncilForms.id(item, "motion");
        }
        CouncilForms.line(item, "title");
        return new MeetingEvent.AgendaItemAdded(
                council(members), meeting(members), CouncilForms.id(item, "id"), by.equals("CITY"));
    }
}
