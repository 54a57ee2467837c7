package eu.urne.engine.log;

import java.util.Locale;

/** Crockford's base32: digits that people can read out and type, five bits each. */
public final class Crockford {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    /** The digit of the lowest five bits. */
    public static char digit(long value) {
        return ALPHABET.charAt((int) (value & 31));
    }

    /** The lowest bits of a number as that many digits, the highest first. */
    public static String digits(long number, int length) {
        StringBuilder digits = new StringBuilder();
        for (int place = length - 1; place >= 0; place--) {
            digits.append(digit(number >>> (5 * place)));
        }
        return digits.toString();
    }

    /** Whether a text consists of that many digits. */
    public static boolean isDigits(String text, int length) {
        return text.length() == length && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
    }

    /** The number that up to twelve digits are, the highest first. */
    public static long number(String digits) {
        return digits.chars().mapToLong(ALPHABET::indexOf).reduce(0, (number, digit) -> (number << 5) | digit);
    }

    /** What a person meant: case, spaces and hyphens do not matter, O is 0, I and L are 1. */
    public static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
