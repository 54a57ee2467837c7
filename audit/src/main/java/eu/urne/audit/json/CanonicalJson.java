package eu.urne.audit.json;

import eu.urne.audit.json.Json.JsonArray;
import eu.urne.audit.json.Json.JsonBoolean;
import eu.urne.audit.json.Json.JsonInteger;
import eu.urne.audit.json.Json.JsonNull;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads canonical JSON (docs/formats/log.md, section 2): parses, writes the value again with {@link CanonicalWriter}
 * and compares the bytes.
 */
public final class CanonicalJson {
    /** The largest integer that is allowed, 2^53-1; the smallest is its negative. */
    public static final long MAX_INTEGER = (1L << 53) - 1;

    /** The deepest nesting that is allowed; the outermost object has depth 1. */
    public static final int MAX_DEPTH = 32;

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private CanonicalJson() {}

    /**
     * Reads a value.
     *
     * @param bytes the whole text, UTF-8
     * @return the value
     * @throws MalformedException if the bytes are not JSON, break a restriction or are not canonical
     */
    public static Json read(byte[] bytes) throws MalformedException {
        Json value = parse(bytes);
        if (!Arrays.equals(CanonicalWriter.bytes(value), bytes)) {
            throw new MalformedException("is not canonical JSON: written again it gives other bytes");
        }
        return value;
    }

    private static Json parse(byte[] bytes) throws MalformedException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            if (parser.nextToken() == null) {
                throw new MalformedException("is empty where JSON is expected");
            }
            Json value = value(parser, 1);
            if (parser.nextToken() != null) {
                throw new MalformedException("has more than one JSON value");
            }
            return value;
        } catch (JacksonException e) {
            throw new MalformedException("is not JSON: " + StrictText.printable(e.getOriginalMessage(), 120));
        }
    }

    private static Json value(JsonParser parser, int depth) throws MalformedException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, depth);
            case START_ARRAY -> array(parser, depth);
            case VALUE_STRING -> new JsonText(wellFormed(parser.getString()));
            case VALUE_NUMBER_INT -> new JsonInteger(integer(parser));
            case VALUE_TRUE -> new JsonBoolean(true);
            case VALUE_FALSE -> new JsonBoolean(false);
            case VALUE_NULL -> new JsonNull();
            case VALUE_NUMBER_FLOAT ->
                throw new MalformedException("has the number " + StrictText.printable(parser.getString(), 40)
                        + ", which is not a plain integer");
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new MalformedException("is not JSON: unexpected " + token);
        };
    }

    private static JsonObject object(JsonParser parser, int depth) throws MalformedException {
        checkDepth(depth);
        TreeMap<String, Json> members = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = wellFormed(parser.currentName());
            parser.nextToken();
            if (members.put(name, value(parser, depth + 1)) != null) {
                throw new MalformedException("has the member '" + StrictText.printable(name, 40) + "' twice");
            }
        }
        return new JsonObject(members);
    }

    private static JsonArray array(JsonParser parser, int depth) throws MalformedException {
        checkDepth(depth);
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, depth + 1));
        }
        return new JsonArray(elements);
    }

    private static void checkDepth(int depth) throws MalformedException {
        if (depth > MAX_DEPTH) {
            throw new MalformedException("is nested deeper than " + MAX_DEPTH);
        }
    }

    private static long integer(JsonParser parser) throws MalformedException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                || parser.getLongValue() > MAX_INTEGER
                || parser.getLongValue() < -MAX_INTEGER) {
            throw new MalformedException("has the number " + StrictText.printable(parser.getString(), 40)
                    + ", which is not between -(2^53-1) and 2^53-1");
        }
        return parser.getLongValue();
    }

    private static String wellFormed(String text) throws MalformedException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new MalformedException("has a lone surrogate in a string");
            }
        }
        return text;
    }
}
