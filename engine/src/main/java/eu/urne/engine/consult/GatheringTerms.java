package eu.urne.engine.consult;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.engine.budget.Texts;
import eu.urne.engine.participation.AgeBands;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * To what everybody is invited: a participation day, an open house.
 *
 * @param title one official line
 * @param text 1 to 4,000 characters; null where there is none
 * @param kind a word of the city's, as an id
 * @param from when it begins, in the city, to the minute
 * @param until when it ends, on the same day
 * @param place one line
 * @param sites at which persons are checked in, 0 to 40
 * @param ages bands in which they are counted, such as {@code 8-10} and {@code 75+}, 0 to 20
 * @param least no figure of fewer persons is told: 5 to 50
 * @param demonstration whether it only shows how things are done
 */
public record GatheringTerms(
        GatheringId gathering,
        String title,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
        String kind,
        LocalDate day,
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime until,
        String place,
        List<Choice> sites,
        List<String> ages,
        int least,
        boolean demonstration) {

    /** Where nobody asked for site or age. */
    public static final String UNKNOWN = "-";

    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_SITES = 40;
    private static final int MOST_AGES = 20;

    /** Checks all. */
    public GatheringTerms {
        Texts.checkTitle("title", title);
        Texts.checkTitle("place", place);
        Texts.checkId("kind", kind);
        if (text != null) {
            Texts.checkText("text", text, 1, LONGEST_TEXT);
        }
        if (!from.equals(from.truncatedTo(ChronoUnit.MINUTES))
                || !until.equals(until.truncatedTo(ChronoUnit.MINUTES))
                || !from.isBefore(until)) {
            throw new IllegalArgumentException("until: it ends at a minute behind that at which it begins");
        }
        sites = List.copyOf(sites);
        Set<String> ids = new HashSet<>();
        if (sites.size() > MOST_SITES || !sites.stream().allMatch(site -> ids.add(site.id()))) {
            throw new IllegalArgumentException("sites: at most " + MOST_SITES + " are possible, none of them twice");
        }
        ages = List.copyOf(ages);
        if (ages.size() > MOST_AGES) {
            throw new IllegalArgumentException("ages: at most " + MOST_AGES + " bands are possible");
        }
        if (!ages.isEmpty()) {
            List<String> told = AgeBands.parse(String.join(",", ages)).bands().stream()
                    .map(AgeBands.Band::text)
                    .toList();
            if (!told.equals(ages)) {
                throw new IllegalArgumentException("ages: the bands are written " + String.join(", ", told));
            }
        }
        if (least < QuestionnaireTerms.LEAST || least > QuestionnaireTerms.MOST_LEAST) {
            throw new IllegalArgumentException("least: must be from " + QuestionnaireTerms.LEAST + " to "
                    + QuestionnaireTerms.MOST_LEAST + ", not " + least);
        }
    }

    /** The ids under which persons are counted by site; the last is that of the unknown. */
    public List<String> siteIds() {
        return withUnknown(sites.stream().map(Choice::id).toList());
    }

    /** The ids under which persons are counted by age; the last is that of the unknown. */
    public List<String> ageIds() {
        return withUnknown(ages);
    }

    private static List<String> withUnknown(List<String> ids) {
        return Stream.concat(ids.stream(), Stream.of(UNKNOWN)).toList();
    }
}
