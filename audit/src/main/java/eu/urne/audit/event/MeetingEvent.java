package eu.urne.audit.event;

import eu.urne.audit.council.Procedure;
import java.time.LocalDate;
import java.util.List;

/** Events of the stream of a meeting (docs/formats/councils.md, section 6). */
public sealed interface MeetingEvent extends Event {

    /** Gives the council's id. */
    String council();

    /** Gives the meeting's id. */
    String meeting();

    /**
     * Members are called.
     *
     * @param council the council's id
     * @param meeting its id
     * @param call when
     * @param procedure of the council, frozen
     */
    record MeetingCalled(String council, String meeting, Call call, Procedure procedure) implements MeetingEvent {}

    /**
     * When members were called, and for when.
     *
     * @param day of the meeting
     * @param notice days between
     * @param remote whether members may attend from elsewhere
     * @param urgent whether a reason for a short notice is told
     */
    record Call(LocalDate day, long notice, boolean remote, boolean urgent) {}

    /**
     * Somebody brings an item.
     *
     * @param council the council's id
     * @param meeting its id
     * @param item the item's id
     * @param ofCity whether it is the city's
     */
    record AgendaItemAdded(String council, String meeting, String item, boolean ofCity) implements MeetingEvent {}

    /**
     * An item is taken back.
     *
     * @param council the council's id
     * @param meeting its id
     * @param item the item's id
     */
    record AgendaItemWithdrawn(String council, String meeting, String item) implements MeetingEvent {}

    /**
     * The agenda is published.
     *
     * @param council the council's id
     * @param meeting its id
     * @param items ids in their order
     */
    record AgendaPublished(String council, String meeting, List<String> items) implements MeetingEvent {}

    /**
     * Who is there.
     *
     * @param council the council's id
     * @param meeting its id
     * @param seat the seat
     * @param as how
     */
    record AttendanceRecorded(String council, String meeting, int seat, Presence as) implements MeetingEvent {}

    /** How a seat attends. */
    enum Presence {
        /** Has said that it will not come. */
        EXCUSED,
        /** In the room. */
        ROOM,
        /** From elsewhere. */
        REMOTE,
        /** Not there. */
        ABSENT,
        /** Gone before the end. */
        LEFT
    }

    /**
     * A seat votes for another one.
     *
     * @param council the council's id
     * @param meeting its id
     * @param from for whom
     * @param to who votes
     */
    record ProxyGiven(String council, String meeting, int from, int to) implements MeetingEvent {}

    /**
     * It does no more.
     *
     * @param council the council's id
     * @param meeting its id
     * @param from for whom
     */
    record ProxyWithdrawn(String council, String meeting, int from) implements MeetingEvent {}

    /**
     * The meeting is open.
     *
     * @param council the council's id
     * @param meeting its id
     * @param chair seat of the chair, or 0
     * @param events how many events of the council's stream it rests on
     * @param held the seats held
     */
    record MeetingOpened(String council, String meeting, int chair, int events, List<Integer> held)
            implements MeetingEvent {}

    /**
     * Who is there is counted.
     *
     * @param council the council's id
     * @param meeting its id
     * @param held seats held
     * @param present seats there
     * @param needed how many are needed
     * @param met whether they are there
     */
    record QuorumEvaluated(String council, String meeting, int held, int present, int needed, boolean met)
            implements MeetingEvent {}

    /**
     * The meeting is over.
     *
     * @param council the council's id
     * @param meeting its id
     */
    record MeetingClosed(String council, String meeting) implements MeetingEvent {}

    /**
     * There is no meeting.
     *
     * @param council the council's id
     * @param meeting its id
     */
    record MeetingCalledOff(String council, String meeting) implements MeetingEvent {}
}
