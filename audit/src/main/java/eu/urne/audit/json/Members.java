package eu.urne.audit.json;

import eu.urne.audit.json.Json.JsonArray;
import eu.urne.audit.json.Json.JsonBoolean;
import eu.urne.audit.json.Json.JsonInteger;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** The members of a JSON object, read strictly: each has its type, none is missing and none is unknown. */
public final class Members {
    private final String where;
    private final SortedMap<String, Json> members;

    private Members(String where, SortedMap<String, Json> members) {
        this.where = where;
        this.members = members;
    }

    /**
     * Takes an object with exactly these members.
     *
     * @param value the value that must be an object
     * @param where the name of the object for messages, such as {@code "data"}
     * @param names the names of its members
     * @throws MalformedException if it is no object, or a member is missing or unknown
     */
    public static Members exactly(Json value, String where, String... names) throws MalformedException {
        return withOptional(value, where, Set.of(), names);
    }

    /**
     * Takes an object with these members and perhaps optional ones.
     *
     * @param value the value that must be an object
     * @param where the name of the object for messages
     * @param optional members that may be absent
     * @param names members that must be there
     * @throws MalformedException if it is no object, or a member is missing or unknown
     */
    public static Members withOptional(Json value, String where, Set<String> optional, String... names)
            throws MalformedException {
        if (!(value instanceof JsonObject object)) {
            throw new MalformedException(where + " is not an object");
        }
        Set<String> required = Set.of(names);
        for (String name : object.members().keySet()) {
            if (!required.contains(name) && !optional.contains(name)) {
                throw new MalformedException(
                        where + " has the unknown member '" + StrictText.printable(name, 40) + "'");
            }
        }
        for (String name : names) {
            if (!object.members().containsKey(name)) {
                throw new MalformedException(where + " lacks the member '" + name + "'");
            }
        }
        return new Members(where, object.members());
    }

    /**
     * Tells whether an optional member is there.
     *
     * @param name its name
     */
    public boolean has(String name) {
        return members.containsKey(name);
    }

    /**
     * Gives a member of any type.
     *
     * @param name its name
     * @throws MalformedException if it is missing
     */
    public Json value(String name) throws MalformedException {
        Json value = members.get(name);
        if (value == null) {
            throw new MalformedException(where + " lacks the member '" + name + "'");
        }
        return value;
    }

    /**
     * Gives a string.
     *
     * @param name the member's name
     * @throws MalformedException if it is not a string
     */
    public String text(String name) throws MalformedException {
        if (value(name) instanceof JsonText text) {
            return text.text();
        }
        throw wrong(name, "is not a string");
    }

    /**
     * Gives an integer.
     *
     * @param name the member's name
     * @param min the smallest value that is allowed
     * @param max the largest value that is allowed
     * @throws MalformedException if it is not an integer from min to max
     */
    public long integer(String name, long min, long max) throws MalformedException {
        if (!(value(name) instanceof JsonInteger integer)) {
            throw wrong(name, "is not an integer");
        }
        if (integer.value() < min || integer.value() > max) {
            throw wrong(name, "is " + integer.value() + ", not between " + min + " and " + max);
        }
        return integer.value();
    }

    /**
     * Gives a boolean.
     *
     * @param name the member's name
     * @throws MalformedException if it is not a boolean
     */
    public boolean bool(String name) throws MalformedException {
        if (value(name) instanceof JsonBoolean bool) {
            return bool.value();
        }
        throw wrong(name, "is neither true nor false");
    }

    /**
     * Gives the elements of an array.
     *
     * @param name the member's name
     * @throws MalformedException if it is not an array
     */
    public List<Json> array(String name) throws MalformedException {
        if (value(name) instanceof JsonArray array) {
            return array.elements();
        }
        throw wrong(name, "is not an array");
    }

    /**
     * Gives the strings of an array of strings.
     *
     * @param name the member's name
     * @throws MalformedException if it is not an array of strings
     */
    public List<String> texts(String name) throws MalformedException {
        List<Json> elements = array(name);
        String[] texts = new String[elements.size()];
        for (int i = 0; i < texts.length; i++) {
            if (!(elements.get(i) instanceof JsonText text)) {
                throw wrong(name, "has an element that is not a string");
            }
            texts[i] = text.text();
        }
        return List.of(texts);
    }

    /**
     * Gives the bytes of a lower-case hex string.
     *
     * @param name the member's name
     * @param length the number of bytes
     * @throws MalformedException if it is not such a string
     */
    public byte[] hex(String name, int length) throws MalformedException {
        return StrictText.hex(text(name), length)
                .orElseThrow(() -> wrong(name, "is not " + 2 * length + " lower-case hex digits"));
    }

    /**
     * Gives the bytes of a strict base64 string of known length.
     *
     * @param name the member's name
     * @param length the number of bytes
     * @throws MalformedException if it is not such a string
     */
    public byte[] base64(String name, int length) throws MalformedException {
        byte[] bytes = base64(name);
        if (bytes.length != length) {
            throw wrong(name, "has " + bytes.length + " bytes instead of " + length);
        }
        return bytes;
    }

    /**
     * Gives the bytes of a strict base64 string.
     *
     * @param name the member's name
     * @throws MalformedException if it is not such a string
     */
    public byte[] base64(String name) throws MalformedException {
        return StrictText.base64(text(name)).orElseThrow(() -> wrong(name, "is not strict base64"));
    }

    /**
     * Makes the exception for a member that is wrong.
     *
     * @param name its name
     * @param what what is wrong, such as {@code "is empty"}
     */
    public MalformedException wrong(String name, String what) {
        return new MalformedException(where + " member '" + name + "' " + what);
    }
}
