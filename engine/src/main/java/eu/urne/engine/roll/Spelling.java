package eu.urne.engine.roll;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How names of places, sites, groups and persons are compared: letters and digits of every script, without regard to
 * case, accents, and what stands between the words.
 */
public final class Spelling {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ENDS = Pattern.compile("^-|-$");

    private Spelling() {}

    /**
     * The same text for every way to write a name: {@code saint-quentin} for {@code Saint-Quentin} and {@code SAINT
     * QUENTIN}; "" where there is neither letter nor digit.
     */
    public static String key(String name) {
        String decomposed = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        String plain = MARKS.matcher(decomposed)
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        return ENDS.matcher(BETWEEN.matcher(plain).replaceAll("-")).replaceAll("");
    }
}
