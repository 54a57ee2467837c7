package eu.urne.audit.json;

import java.util.List;
import java.util.SortedMap;

/** A value of restricted JSON (docs/formats/log.md, section 2). */
public sealed interface Json {

    /** An object; its names are sorted by UTF-16 code units, which is the natural order of Java strings. */
    record JsonObject(SortedMap<String, Json> members) implements Json {}

    /** An array. */
    record JsonArray(List<Json> elements) implements Json {}

    /** A string without lone surrogates. */
    record JsonText(String text) implements Json {}

    /** An integer from -(2^53-1) to 2^53-1. */
    record JsonInteger(long value) implements Json {}

    /** True or false. */
    record JsonBoolean(boolean value) implements Json {}

    /** Null. */
    record JsonNull() implements Json {}
}
