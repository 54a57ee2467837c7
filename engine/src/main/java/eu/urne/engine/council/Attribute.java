package eu.urne.engine.council;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.urne.engine.roll.Age;
import eu.urne.engine.roll.PersonFacts;
import eu.urne.engine.roll.Spelling;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a candidate in a pool, because the composition of the council needs it.
 *
 * @param id 1 to 31 characters of a-z, 0-9 and -, beginning with a letter (draw.md, section 1)
 * @param of where it comes from
 * @param on the day on which ages are reckoned; there with {@link Source#AGE} and no other
 * @param values 2 to 40, of which a candidate has one: bands of completed years ({@code 11-14}, {@code 75+}), or names
 */
public record Attribute(
        String id,
        Source of,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate on,
        List<String> values) {

    private static final int MOST_VALUES = 40;
    private static final Pattern VALUE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,39}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern BAND = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3})|\\+)");
    private static final int OLDEST = 150;

    /** Checks all. */
    public Attribute {
        if (!NAME.matcher(id).matches()) {
            throw new IllegalArgumentException("attributes: the id \"" + id
                    + "\" must be 1 to 31 characters of a-z, 0-9 and -, beginning with a letter");
        }
        values = List.copyOf(values);
        if (values.size() < 2 || values.size() > MOST_VALUES || new HashSet<>(values).size() < values.size()) {
            throw new IllegalArgumentException("attributes: " + id + " has 2 to " + MOST_VALUES + " values, each once");
        }
        for (String value : values) {
            if (!VALUE.matcher(value).matches()) {
                throw new IllegalArgumentException("attributes: the value \"" + value + "\" of " + id
                        + " must be 1 to 40 characters of a-z, 0-9," + " ., + and -, beginning with a letter or digit");
            }
        }
        if ((of == Source.AGE) != (on != null)) {
            throw new IllegalArgumentException(
                    "attributes: " + id + " needs the day \"on\" exactly where it is an age");
        }
        if (of == Source.AGE) {
            checkBands(id, values);
        }
    }

    /** Where an attribute comes from. */
    public enum Source {
        /** The age, from the birth date in the register. */
        AGE,
        /** Districts and cities where the person lives, in the register. */
        RESIDENCE,
        /** Where the person goes to school or university, in the register. */
        STUDIES,
        /** Sites that the person belongs to, in the register. */
        SITE,
        /** Groups that the person belongs to, in the register. */
        GROUP,
        /** What the person says. */
        TOLD
    }

    private record Band(int from, int to) {
        static Band of(String id, String value) {
            Matcher matcher = BAND.matcher(value);
            if (matcher.matches()) {
                int from = Integer.parseInt(matcher.group(1));
                int to = matcher.group(2) == null ? OLDEST : Integer.parseInt(matcher.group(2));
                if (from <= to && to <= OLDEST) {
                    return new Band(from, to);
                }
            }
            throw new IllegalArgumentException("attributes: \"" + value + "\" of " + id
                    + " is not a band of years such as 11-14 or 75+, up to " + OLDEST);
        }
    }

    private static void checkBands(String id, List<String> values) {
        Set<Integer> years = new HashSet<>();
        for (String value : values) {
            Band band = Band.of(id, value);
            for (int year = band.from(); year <= band.to(); year++) {
                if (!years.add(year)) {
                    throw new IllegalArgumentException("attributes: the age " + year + " stands in two bands of " + id);
                }
            }
        }
    }

    /**
     * The value of a person; empty where it is not known, or none of the values.
     *
     * @param told what the person says, by the ids of attributes
     */
    public Optional<String> value(PersonFacts facts, Map<String, String> told) {
        return switch (of) {
            case AGE -> band(facts.birthDate());
            case RESIDENCE -> among(facts.residences());
            case STUDIES -> among(facts.studies());
            case SITE -> among(facts.sites());
            case GROUP -> among(facts.groups());
            case TOLD -> Optional.ofNullable(told.get(id)).filter(values::contains);
        };
    }

    private Optional<String> band(@Nullable LocalDate birthDate) {
        if (birthDate == null || on == null) {
            return Optional.empty();
        }
        int age = Age.on(birthDate, on);
        return values.stream()
                .filter(value -> Band.of(id, value).from() <= age
                        && age <= Band.of(id, value).to())
                .findFirst();
    }

    private Optional<String> among(Set<String> known) {
        Set<String> keys = known.stream().map(Spelling::key).collect(Collectors.toSet());
        return values.stream()
                .filter(value -> keys.contains(Spelling.key(value)))
                .findFirst();
    }
}
