package eu.urne.api.desk;

import eu.urne.api.site.MeetingStory;
import eu.urne.engine.council.Meeting;
import eu.urne.engine.council.MeetingEvent.QuorumEvaluated;
import eu.urne.engine.council.Presence;
import eu.urne.projections.MeetingView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hall as the page shows it.
 *
 * @param rows the seats held on the day, in order
 * @param present how many are there
 * @param needed how many must be
 * @param recorded the quorum as it was recorded last; null before
 * @param chair a seat, or 0 for somebody who holds none; null before the opening
 */
record Hall(
        List<Row> rows,
        int present,
        int needed,
        @Nullable QuorumEvaluated recorded,
        @Nullable Integer chair) {

    /**
     * A seat.
     *
     * @param as null while nothing is noted
     * @param options what can be noted of it now
     * @param proxy the seat that votes for it; null for none
     */
    public record Row(
            int seat,
            @Nullable Presence as,
            List<Presence> options,
            @Nullable Integer proxy) {}

    /** Whether enough are there. */
    public boolean isQuorate() {
        return present >= needed;
    }

    /** Seats of which nothing is noted. */
    public long unknown() {
        return rows.stream().filter(row -> row.as() == null).count();
    }

    /** The hall of a meeting. */
    static Hall of(MeetingFiles.Sheet sheet, MeetingView view) {
        Meeting.Known meeting = sheet.card().meeting();
        Map<Integer, Presence> attendance = meeting.facts().attendance();
        List<Row> rows = sheet.seats().stream()
                .map(seat -> new Row(
                        seat,
                        attendance.get(seat),
                        options(meeting, attendance.get(seat)),
                        meeting.facts().proxies().get(seat)))
                .toList();
        return new Hall(
                rows,
                (int) rows.stream()
                        .filter(row -> row.as() != null && row.as().isThere())
                        .count(),
                meeting.facts().procedure().quorum().needed(rows.size()),
                MeetingStory.of(view).quorum(),
                switch (meeting) {
                    case Meeting.Open open -> open.chair();
                    case Meeting.Closed closed -> closed.chair();
                    case Meeting.Called called -> null;
                    case Meeting.CalledOff calledOff -> null;
                });
    }

    private static List<Presence> options(Meeting.Known meeting, @Nullable Presence as) {
        if (!(meeting instanceof Meeting.Open)) {
            return List.of(Presence.EXCUSED);
        }
        List<Presence> options = new ArrayList<>(List.of(Presence.ROOM));
        if (meeting.facts().call().remote()) {
            options.add(Presence.REMOTE);
        }
        if (as != null && (as.isThere() || as == Presence.LEFT)) {
            options.add(Presence.LEFT);
        }
        options.add(Presence.EXCUSED);
        options.add(Presence.ABSENT);
        return options;
    }
}
