package eu.urne.engine.blob;

import eu.urne.engine.EngineJson;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/**
 * The words of an idea, in any script; kept as they are but for line ends, which become line feeds.
 *
 * @param title one line of 1 to 200 characters, not only spaces
 * @param text up to 10,000 characters, may be empty
 */
public record IdeaText(String title, String text) {

    /** The media type of its bytes. */
    public static final String TYPE = "application/json";

    private static final int MAX_TITLE = 200;
    private static final int MAX_TEXT = 10_000;

    /** Checks lengths and characters. */
    public IdeaText {
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        checkLength("title", title, MAX_TITLE);
        checkLength("text", text, MAX_TEXT);
        if (title.codePoints().allMatch(IdeaText::isInvisible)) {
            throw new IllegalArgumentException("title: an idea has a title");
        }
        checkCharacters("title", title, Character::isISOControl);
        checkCharacters("text", text, point -> Character.isISOControl(point) && point != '\n' && point != '\t');
    }

    private static void checkLength(String field, String value, int most) {
        int length = value.codePointCount(0, value.length());
        if (length > most) {
            throw new IllegalArgumentException(
                    "%s: at most %,d characters are possible, not %,d".formatted(field, most, length));
        }
    }

    private static boolean isInvisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT;
    }

    private static void checkCharacters(String field, String value, IntPredicate refused) {
        value.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.SURROGATE) {
                throw new IllegalArgumentException("%s: U+%04X is half a character".formatted(field, point));
            }
            if (refused.test(point)) {
                throw new IllegalArgumentException(
                        "%s: the control character U+%04X is not possible".formatted(field, point));
            }
        });
    }

    /**
     * Reads what {@link #bytes} gave.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static IdeaText read(byte[] bytes) {
        try {
            return EngineJson.MAPPER.readValue(bytes, IdeaText.class);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the blob holds no text of an idea", e);
        }
    }

    /** The content of its blob: a JSON object in UTF-8. */
    public byte[] bytes() {
        return EngineJson.MAPPER.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }
}
