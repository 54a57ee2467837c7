package eu.urne.api.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What every page of the desk shows around its content.
 *
 * @param user who is signed in; null for nobody
 * @param places where her roles let her go
 * @param token against forged forms, for scripts; forms have it by themselves
 * @param key for the idempotency of this page's forms, new for each page
 * @param script address of the desk's script
 * @param zone where times are told
 */
public record DeskFrame(
        @Nullable DeskUser user, List<Place> places, String token, String key, String script, ZoneId zone) {

    /**
     * An entry of the navigation.
     *
     * @param id of its text: {@code desk.place.<id>}
     * @param address path
     */
    public record Place(String id, String address) {}

    /** A moment as the city's clocks tell it, with its day. */
    public String time(Instant moment) {
        return format("d MMM HH:mm", moment);
    }

    /** A moment of today as the city's clocks tell it. */
    public String clock(Instant moment) {
        return format("HH:mm", moment);
    }

    private String format(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(pattern, LocaleContextHolder.getLocale())
                .withZone(zone)
                .format(moment);
    }
}
