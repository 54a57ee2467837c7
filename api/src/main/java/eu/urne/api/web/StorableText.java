package eu.urne.api.web;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * Which texts are taken in: those that every store can hold, and the log. PostgreSQL has no character 0, and half a
 * surrogate pair is no character of UTF-8.
 */
public final class StorableText {

    private StorableText() {}

    /**
     * Refuses a text that cannot be stored.
     *
     * @param field where it stands, for people
     * @throws ProblemException in one sentence, if it cannot
     */
    public static void check(String field, String text) {
        if (text.indexOf('\0') >= 0) {
            throw refused(field, "the character 0");
        }
        if (text.codePoints().anyMatch(StorableText::isSurrogate)) {
            throw refused(field, "half a character");
        }
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static ProblemException refused(String field, String what) {
        String where =
                field.chars().allMatch(each -> each >= ' ' && !isSurrogate(each)) ? field : "the name of a member";
        return new ProblemException(Problem.INVALID, where + ": it holds " + what + ", which cannot be stored");
    }

    /**
     * Refuses a document with such a text, or such a name, anywhere in it.
     *
     * @throws ProblemException in one sentence that names the member, if there is one
     * @throws tools.jackson.core.JacksonException if it cannot be read
     */
    public static void check(JsonParser document) {
        for (JsonToken token = document.nextToken(); token != null; token = document.nextToken()) {
            if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
                check(path(document.streamReadContext()), document.getString());
            }
        }
    }

    private static String path(TokenStreamContext place) {
        if (place.inRoot()) {
            return "the body";
        }
        String outer = place.getParent().inRoot() ? "" : path(place.getParent());
        if (place.inArray()) {
            return outer + "[" + place.getCurrentIndex() + "]";
        }
        return outer.isEmpty() ? place.currentName() : outer + "." + place.currentName();
    }
}
