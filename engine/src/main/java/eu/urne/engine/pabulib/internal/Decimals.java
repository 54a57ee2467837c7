package eu.urne.engine.pabulib.internal;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as the format writes them, and text as messages quote it. */
public final class Decimals {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,60}([.,][0-9]{1,60})?");
    private static final Pattern BREAK = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]+");
    private static final int QUOTED_LENGTH = 60;

    private Decimals() {}

    /**
     * An exact decimal: digits, with a point or a comma before the decimal places, no exponent.
     *
     * @return the number without trailing zeros, its scale 0 or more
     * @throws NumberFormatException if the text is something else
     */
    public static BigDecimal parse(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        BigDecimal number = new BigDecimal(text.replace(',', '.')).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** A cell's text in quotes, cut if it is long, with control characters made visible. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .limit(QUOTED_LENGTH)
                .forEach(c ->
                        quoted.append(Character.isISOControl(c) ? String.format("\\u%04x", c) : Character.toString(c)));
        return quoted.append(text.codePointCount(0, text.length()) > QUOTED_LENGTH ? "…\"" : "\"")
                .toString();
    }

    /** The text on a single line: keys and names of columns come from files and may hold line ends. */
    public static String onOneLine(String text) {
        return BREAK.matcher(text).replaceAll(" ");
    }
}
