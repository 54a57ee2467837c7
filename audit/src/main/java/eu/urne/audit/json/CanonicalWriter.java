package eu.urne.audit.json;

import eu.urne.audit.json.Json.JsonArray;
import eu.urne.audit.json.Json.JsonBoolean;
import eu.urne.audit.json.Json.JsonInteger;
import eu.urne.audit.json.Json.JsonNull;
import eu.urne.audit.json.Json.JsonObject;
import eu.urne.audit.json.Json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** Writes JSON in the one way of RFC 8785, restricted as in docs/formats/log.md, section 2. */
public final class CanonicalWriter {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalWriter() {}

    /**
     * Writes a value.
     *
     * @param value any value; its strings hold no lone surrogates
     * @return the canonical bytes, UTF-8
     */
    public static byte[] bytes(Json value) {
        StringBuilder out = new StringBuilder(1024);
        write(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes an object's members without its braces, as in {@code "a":1,"b":2}.
     *
     * @param members the members; none gives no bytes
     * @return the canonical bytes, UTF-8
     */
    public static byte[] memberBytes(SortedMap<String, Json> members) {
        StringBuilder out = new StringBuilder(1024);
        writeMembers(members, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case JsonObject object -> {
                out.append('{');
                writeMembers(object.members(), out);
                out.append('}');
            }
            case JsonArray array -> {
                out.append('[');
                String separator = "";
                for (Json element : array.elements()) {
                    out.append(separator);
                    write(element, out);
                    separator = ",";
                }
                out.append(']');
            }
            case JsonText text -> writeText(text.text(), out);
            case JsonInteger integer -> out.append(integer.value());
            case JsonBoolean bool -> out.append(bool.value());
            case JsonNull() -> out.append("null");
        }
    }

    private static void writeMembers(SortedMap<String, Json> members, StringBuilder out) {
        String[] separator = {""};
        members.forEach((name, value) -> {
            out.append(separator[0]);
            writeText(name, out);
            out.append(':');
            write(value, out);
            separator[0] = ",";
        });
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            writeCharacter(text.charAt(i), out);
        }
        out.append('"');
    }

    private static void writeCharacter(char c, StringBuilder out) {
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
                    out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                } else {
                    out.append(c);
                }
            }
        }
    }
}
