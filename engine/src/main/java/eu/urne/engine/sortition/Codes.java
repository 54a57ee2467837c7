package eu.urne.engine.sortition;

import eu.urne.engine.log.Characters;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The short texts of a draw (docs/formats/draw.md, section 1). */
final class Codes {

    private static final int MOST_ATTRIBUTES = 12;
    private static final int LONGEST_DRAW_ID = 63;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern VALUE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,39}");

    private Codes() {}

    static String drawId(String draw) {
        if (!Characters.areName(draw, LONGEST_DRAW_ID)) {
            throw new IllegalArgumentException("draw: an id is 1 to " + LONGEST_DRAW_ID
                    + " characters of a-z, 0-9 and -, not beginning with -, unlike \"" + draw + "\"");
        }
        return draw;
    }

    static String name(String field, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(field + ": the name of an attribute is 1 to 31 characters of a-z, 0-9"
                    + " and -, a letter first, unlike \"" + name + "\"");
        }
        return name;
    }

    static String value(String field, String value) {
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(field + ": the value of an attribute is 1 to 40 characters of a-z, 0-9,"
                    + " ., + and -, a letter or digit first, unlike \"" + value + "\"");
        }
        return value;
    }

    static Map<String, String> attributes(Map<String, String> attributes) {
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new IllegalArgumentException(
                    "attributes: at most " + MOST_ATTRIBUTES + " are possible, not " + attributes.size());
        }
        attributes.forEach((name, value) -> {
            name("attributes", name);
            value(name, value);
        });
        return Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** That a whole number is within its limits, both included. */
    static long within(String field, long number, long least, long most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(field + ": from " + least + " to " + most + ", not " + number);
        }
        return number;
    }

    /** That there are as many as allowed, and none twice. */
    static <T> List<T> distinct(String field, List<T> some, int least, int most) {
        within(field, some.size(), least, most);
        HashSet<T> seen = new HashSet<>();
        for (T one : some) {
            if (!seen.add(one)) {
                throw new IllegalArgumentException(field + ": " + one + " stands twice");
            }
        }
        return List.copyOf(some);
    }
}
