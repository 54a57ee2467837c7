package eu.urne.audit.verify;

import eu.urne.audit.council.Procedure;
import eu.urne.audit.event.MeetingEvent;
import eu.urne.audit.event.MeetingEvent.AgendaItemAdded;
import eu.urne.audit.event.MeetingEvent.AttendanceRecorded;
import eu.urne.audit.event.MeetingEvent.Call;
import eu.urne.audit.event.MeetingEvent.MeetingOpened;
import eu.urne.audit.event.MeetingEvent.Presence;
import eu.urne.audit.event.MeetingEvent.ProxyGiven;
import eu.urne.audit.event.MeetingEvent.ProxyWithdrawn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the log has said about a meeting so far. {@link MeetingBook} checks each event and writes it down here. */
final class MeetingTrail {
    /** The states of a meeting (docs/formats/councils.md, section 6). */
    enum Phase {
        NEW("not called"),
        CALLED("called"),
        OPEN("open"),
        CLOSED("closed"),
        CALLED_OFF("called off");

        private final String words;

        Phase(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    final Protest protest;
    final List<MeetingEvent> events = new ArrayList<>();
    final List<AgendaItemAdded> agenda = new ArrayList<>();
    final Map<Integer, Presence> attendance = new HashMap<>();
    final Map<Integer, Integer> proxies = new HashMap<>();
    Phase phase = Phase.NEW;
    Place closed = Place.NONE;
    boolean notExamined;

    @Nullable
    Call call;

    @Nullable
    Procedure procedure;

    @Nullable
    MeetingOpened opened;

    MeetingTrail(String council, String id, Findings findings) {
        this.protest = new Protest(findings, "the meeting '" + id + "' of the council '" + council + "'");
    }

    /** Who was there and who votes for whom, by the first events of the stream. */
    record Room(Map<Integer, Presence> attendance, Map<Integer, Integer> proxies) {

        boolean isThere(int seat) {
            Presence presence = attendance.get(seat);
            return presence == Presence.ROOM || presence == Presence.REMOTE;
        }
    }

    /** Gives the room by so many events. */
    Room room(int count) {
        Map<Integer, Presence> there = new HashMap<>();
        Map<Integer, Integer> held = new HashMap<>();
        for (MeetingEvent event : events.subList(0, Math.min(count, events.size()))) {
            if (event instanceof AttendanceRecorded recorded) {
                there.put(recorded.seat(), recorded.as());
            } else if (event instanceof ProxyGiven given) {
                held.put(given.from(), given.to());
            } else if (event instanceof ProxyWithdrawn withdrawn) {
                held.remove(withdrawn.from());
            }
        }
        return new Room(there, held);
    }

    /** Gives the seats held on the day, once it is open. */
    List<Integer> held() {
        return opened == null ? List.of() : opened.held();
    }

    /** Gives how many must be there. */
    int needed() {
        return Objects.requireNonNull(procedure).needed(held().size());
    }
}
