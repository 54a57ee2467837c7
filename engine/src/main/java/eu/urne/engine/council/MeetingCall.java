package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.engine.budget.Texts;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * To what the members of a council are called.
 *
 * @param title one line
 * @param called day of the call, in the city
 * @param day of the meeting
 * @param time of the meeting in the city, to the minute
 * @param place one line
 * @param remote whether members may attend from elsewhere
 * @param urgency why the notice is shorter than it should be; null where it is not
 */
public record MeetingCall(
        String title,
        LocalDate called,
        LocalDate day,
        @JsonFormat(pattern = "HH:mm") LocalTime time,
        String place,
        boolean remote,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String urgency) {

    private static final int MOST_REASON = 500;

    /** Checks texts and days. */
    public MeetingCall {
        Texts.checkTitle("title", title);
        Texts.checkTitle("place", place);
        if (urgency != null) {
            Texts.checkText("urgency", urgency, 1, MOST_REASON);
        }
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("time: a meeting begins at a minute, not at " + time);
        }
        if (day.isBefore(called)) {
            throw new IllegalArgumentException("day: a meeting called on " + called + " cannot be on " + day);
        }
    }

    /** Days between the call and the meeting, from 0. */
    public long notice() {
        return ChronoUnit.DAYS.between(called, day);
    }
}
