package eu.urne.api.desk;

import eu.urne.engine.blob.BlobHash;
import eu.urne.engine.council.AgendaItem;
import eu.urne.engine.council.MeetingCall;
import eu.urne.engine.council.MeetingId;
import eu.urne.engine.council.MotionId;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to call a meeting, or for its agenda.
 *
 * @param typed the fields of the form {@code call} or {@code item}
 */
record MeetingForm(TypedForm typed) {

    /** Name of the form that calls a meeting. */
    static final String CALL = "call";

    /** Name of the form that puts something on the agenda. */
    static final String ITEM = "item";

    /**
     * The name of the meeting: as typed, else its day.
     *
     * @throws IllegalArgumentException if it is none
     */
    MeetingId id() {
        String typedId = typed.line("meeting");
        return new MeetingId(typedId.isEmpty() ? typed.day("day").toString() : typedId);
    }

    /**
     * The call on a day.
     *
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    MeetingCall on(LocalDate today) {
        String urgency = typed.text("urgency");
        return new MeetingCall(
                typed.line("title"),
                today,
                typed.day("day"),
                typed.time("time"),
                typed.line("place"),
                typed.isTicked("remote"),
                urgency.isEmpty() ? null : urgency);
    }

    /** What is written about an item; null for nothing. */
    @Nullable
    String text() {
        String text = typed.text("text");
        return text.isEmpty() ? null : text;
    }

    /**
     * An item of the agenda; where no id is typed it looks like the title.
     *
     * @param seats who can hand something in as a member
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    AgendaItem item(@Nullable BlobHash text, Collection<Integer> seats) {
        String id = typed.line("item");
        String motion = typed.line("motion");
        AgendaItem.By by = typed.choice("by", AgendaItem.By.class);
        int seat = new SeatSheet(typed).seatOrNone("seat", seats);
        return new AgendaItem(
                id.isEmpty() ? TypedForm.nameOf(typed.line("title")) : id,
                by,
                seat == 0 ? null : Integer.valueOf(seat),
                typed.line("title"),
                text,
                motion.isEmpty() ? null : new MotionId(motion));
    }
}
