package eu.urne.audit.draw;

import eu.urne.audit.json.Json;
import eu.urne.audit.json.Json.JsonInteger;
import eu.urne.audit.json.Json.JsonText;
import eu.urne.audit.json.MalformedException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The short texts of docs/formats/draw.md, section 1: each has one form. */
public final class Codes {
    private static final Pattern DRAW = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    private static final Pattern VALUE = Pattern.compile("[a-z0-9][a-z0-9.+-]{0,39}");

    private Codes() {}

    static String draw(String text) throws MalformedException {
        return matching(DRAW, text, "draw id");
    }

    /**
     * Takes the name of an attribute.
     *
     * @param text 1 to 31 characters of {@code a-z 0-9 -}, a letter first
     * @throws MalformedException if it is none
     */
    public static String name(String text) throws MalformedException {
        return matching(NAME, text, "attribute's name");
    }

    /**
     * Takes the value of an attribute.
     *
     * @param text 1 to 40 characters of {@code a-z 0-9 . + -}, a letter or digit first
     * @throws MalformedException if it is none
     */
    public static String value(String text) throws MalformedException {
        return matching(VALUE, text, "attribute's value");
    }

    private static String matching(Pattern form, String text, String what) throws MalformedException {
        if (!form.matcher(text).matches()) {
            throw new MalformedException("has the " + what + " '" + text + "', which has not the form of one");
        }
        return text;
    }

    static List<String> values(List<Json> elements) throws MalformedException {
        List<String> values = new ArrayList<>();
        for (Json element : elements) {
            values.add(value(element instanceof JsonText(String text) ? text : ""));
        }
        return List.copyOf(values);
    }

    /**
     * Reads integers.
     *
     * @param elements the elements of an array
     * @param where its name for messages
     * @param min the smallest that is allowed
     * @param max the largest that is allowed
     * @throws MalformedException if one is no integer from min to max
     */
    public static List<Integer> integers(List<Json> elements, String where, int min, int max)
            throws MalformedException {
        List<Integer> integers = new ArrayList<>(elements.size());
        for (Json element : elements) {
            if (!(element instanceof JsonInteger(long value)) || value < min || value > max) {
                throw new MalformedException(where + " has an element that is no integer from " + min + " to " + max);
            }
            integers.add((int) value);
        }
        return List.copyOf(integers);
    }
}
