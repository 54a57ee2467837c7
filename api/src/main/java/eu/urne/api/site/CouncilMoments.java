package eu.urne.api.site;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says in the reader's language when something is, and how long it takes until then. */
final class CouncilMoments {

    private static final int MINUTES = 60;
    private static final int HOURS = 24;

    private final MessageSource texts;
    private final ZoneId zone;

    CouncilMoments(MessageSource texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** Such as vendredi 1er janvier 2027. */
    String day(LocalDate day) {
        Locale locale = LocaleContextHolder.getLocale();
        boolean first = day.getDayOfMonth() == 1 && locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return day.format(DateTimeFormatter.ofPattern(first ? "EEEE d'er' MMMM yyyy" : "EEEE d MMMM yyyy", locale));
    }

    /** Such as 18 h 30. */
    String time(LocalTime time) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return time.format(DateTimeFormatter.ofPattern(english ? "HH:mm" : "H'\u00a0h\u00a0'mm", Locale.ROOT));
    }

    /** Day and time of a moment, milliseconds since the epoch. */
    String moment(long ms) {
        ZonedDateTime moment = Instant.ofEpochMilli(ms).atZone(zone);
        return text("councils.moment", day(moment.toLocalDate()), time(moment.toLocalTime()));
    }

    /** How long it still takes, to the two largest units; empty where it is over. */
    String until(long ms, long nowMs) {
        Duration left = Duration.ofMillis(ms - nowMs);
        if (left.isNegative() || left.isZero()) {
            return "";
        }
        long minutes = (left.toSeconds() + MINUTES - 1) / MINUTES;
        long hours = minutes / MINUTES;
        if (hours == 0) {
            return units("minute", minutes);
        }
        return hours < HOURS
                ? both("hour", hours, "minute", minutes % MINUTES)
                : both("day", hours / HOURS, "hour", hours % HOURS);
    }

    private String both(String large, long first, String small, long second) {
        return second == 0 ? units(large, first) : text("councils.and", units(large, first), units(small, second));
    }

    private String units(String unit, long number) {
        return text("councils." + unit + (number == 1 ? ".one" : ".many"), number);
    }
}
