package eu.urne.api.rest;

import com.fasterxml.jackson.annotation.JsonFormat;
import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.MeetingCall;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionId;
import eu.urne.engine.council.Presence;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What the staff sends about meetings. A seat is a number from 1. */
final class MeetingBodies {

    private MeetingBodies() {}

    /**
     * A meeting to call, today.
     *
     * @param urgency why the notice is shorter than the council's procedure has it; null where it is not
     */
    record CallBody(
            MeetingId meeting,
            String title,
            LocalDate day,
            @JsonFormat(pattern = "HH:mm") LocalTime time,
            String place,
            boolean remote,
            @Nullable String urgency) {

        /** The call on a day. */
        MeetingCall on(LocalDate called) {
            return new MeetingCall(title, called, day, time, place, remote, urgency);
        }
    }

    /**
     * Something for the agenda.
     *
     * @param id once at the meeting
     * @param seat of the member who hands it in; null for others
     * @param text what is written about it; null for nothing
     * @param motion on which it is voted; null for none
     */
    record ItemBody(
            String id,
            AgendaItem.By by,
            @Nullable Integer seat,
            String title,
            @Nullable String text,
            @Nullable MotionId motion) {

        /** The item. */
        AgendaItem item(@Nullable BlobHash blob) {
            return new AgendaItem(id, by, seat, title, blob, motion);
        }
    }

    /** The chair: a seat, or 0 for somebody who holds none. */
    record OpeningBody(int chair) {}

    /** Whether the member of a seat is there. */
    record AttendanceBody(int seat, Presence as) {}

    /** Who votes for whom. */
    record ProxyBody(int from, int to) {}
}
