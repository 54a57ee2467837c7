package eu.urne.audit.json;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The text encodings of docs/formats/log.md: each byte string has exactly one text, every other text is refused. */
public final class StrictText {
    private static final HexFormat HEX = HexFormat.of();
    private static final long MAX_DECIMAL_LENGTH = 19;

    private StrictText() {}

    /**
     * Decodes base64 of RFC 4648 section 4: padded, no other characters, unused bits zero.
     *
     * @param text the text to decode
     * @return the bytes, or empty if the text is not strict base64
     */
    public static Optional<byte[]> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Decodes lower-case hex.
     *
     * @param text the text to decode
     * @param length the number of bytes it must give
     * @return the bytes, or empty if the text is not lower-case hex of that many bytes
     */
    public static Optional<byte[]> hex(String text, int length) {
        if (text.length() != 2 * length || !text.chars().allMatch(StrictText::isHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(HEX.parseHex(text));
    }

    /**
     * Writes lower-case hex.
     *
     * @param bytes the bytes to write
     * @return two digits per byte
     */
    public static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    /**
     * Reads a decimal number from 0 to 2^63-1 without sign and without leading zeros.
     *
     * @param text the digits
     * @return the number, or empty if the text is not such a number
     */
    public static Optional<Long> decimal(String text) {
        boolean digits = !text.isEmpty()
                && text.length() <= MAX_DECIMAL_LENGTH
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether a text has only visible ASCII characters (U+0021 to U+007E).
     *
     * @param text any text; the empty one gives true
     */
    public static boolean isVisibleAscii(String text) {
        return text.chars().allMatch(c -> c > 0x20 && c < 0x7f);
    }

    /**
     * Makes a text from evidence fit to be printed: control and direction characters become U+FFFD, and what is longer
     * than the limit is cut.
     *
     * @param text any text
     * @param maxCharacters the limit, at least 1
     */
    public static String printable(String text, int maxCharacters) {
        int[] points = text.codePoints().limit(maxCharacters + 1L).toArray();
        StringBuilder out = new StringBuilder();
        for (int point : Arrays.copyOf(points, Math.min(points.length, maxCharacters))) {
            out.appendCodePoint(isPrintable(point) ? point : 0xfffd);
        }
        return points.length > maxCharacters ? out.append('…').toString() : out.toString();
    }

    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
