package eu.urne.engine.log;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Canonical JSON: RFC 8785 restricted to integers within ±(2^53-1), depth 32 and well-formed strings
 * (docs/formats/log.md, section 2). Two equal values have one byte string.
 */
public final class CanonicalJson {

    /** Deepest nesting allowed; the outermost array or object has depth 1. */
    public static final int MAX_DEPTH = 32;

    /** Largest magnitude of an integer: 2^53 - 1. */
    public static final long MAX_INTEGER = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder(1024);

    private CanonicalJson() {}

    /**
     * The canonical bytes of a JSON value.
     *
     * @throws IllegalArgumentException in one sentence, if the value holds what the format excludes
     */
    public static byte[] bytes(JsonNode value) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(value, 0);
        return utf8(writer.out);
    }

    private void write(JsonNode value, int depth) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, deeper(depth));
            case ARRAY -> writeArray(value, deeper(depth));
            case STRING -> writeString(value.stringValue());
            case NUMBER -> writeInteger(value);
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException(
                        "a JSON value of type " + value.getNodeType() + " has no canonical form");
        }
    }

    private static int deeper(int depth) {
        if (depth == MAX_DEPTH) {
            throw new IllegalArgumentException("JSON is nested deeper than " + MAX_DEPTH);
        }
        return depth + 1;
    }

    private void writeObject(JsonNode object, int depth) {
        List<String> names = new ArrayList<>(object.propertyNames());
        names.sort(null); // String.compareTo compares UTF-16 code units, as RFC 8785 §3.2.3 demands
        char separator = '{';
        for (String name : names) {
            out.append(separator);
            writeString(name);
            out.append(':');
            write(object.get(name), depth);
            separator = ',';
        }
        if (names.isEmpty()) {
            out.append('{');
        }
        out.append('}');
    }

    private void writeArray(JsonNode array, int depth) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(array.get(i), depth);
        }
        out.append(']');
    }

    private void writeInteger(JsonNode number) {
        if (!number.isIntegralNumber() || !number.canConvertToLong() || Math.abs(number.longValue()) > MAX_INTEGER) {
            throw new IllegalArgumentException("the number " + number + " is not an integer within ±(2^53-1)");
        }
        out.append(number.longValue());
    }

    private void writeString(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static byte[] utf8(CharSequence text) {
        CharsetEncoder encoder =
                StandardCharsets.UTF_8.newEncoder(); // reports lone surrogates instead of replacing them
        try {
            ByteBuffer encoded = encoder.encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a string holds a lone surrogate", e);
        }
    }
}
