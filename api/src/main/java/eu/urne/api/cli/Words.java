package eu.urne.api.cli;

import eu.urne.engine.pabulib.PbFile;
import eu.urne.engine.pabulib.PbProject;
import eu.urne.engine.tally.Fraction;
import eu.urne.engine.tally.Sentences;
import eu.urne.engine.tally.Tie;
import java.math.BigInteger;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the command line says about a count, in English or French. */
final class Words {

    private static final String BUNDLE = "eu.urne.api.cli.words";

    private final Locale locale;
    private final ResourceBundle words;

    Words(Locale locale) {
        this.locale = locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRENCH : Locale.ENGLISH;
        this.words = ResourceBundle.getBundle(BUNDLE, this.locale);
    }

    /**
     * The language of this code.
     *
     * @throws IllegalArgumentException if it is neither {@code en} nor {@code fr}; the message is a sentence
     */
    static Words of(String language) {
        return switch (language) {
            case "en" -> new Words(Locale.ENGLISH);
            case "fr" -> new Words(Locale.FRENCH);
            default ->
                throw new IllegalArgumentException(
                        "There is no language \"" + onOneLine(language) + "\": choose en or fr.");
        };
    }

    Locale locale() {
        return locale;
    }

    /** The words of a key with their blanks filled. */
    String say(String key, Object... values) {
        Object[] texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = values[i].toString();
        }
        return new MessageFormat(words.getString(key), Locale.ROOT).format(texts);
    }

    /** The reasons of a file's count. */
    Sentences sentences(PbFile file) {
        return new Sentences(locale, amount -> money(file, amount), file::points);
    }

    String tie(Tie tie) {
        String tied = onOneLine(String.join(", ", tie.tied()));
        return tie.chosen().isEmpty()
                ? say("tie-open", tie.round(), tied)
                : say("tie", tie.round(), tied, tie.method(), onOneLine(String.join(", ", tie.chosen())));
    }

    /** A project's id and, if it has one, its name. */
    static String title(PbProject project) {
        return onOneLine(project.name().isEmpty() ? project.id() : project.id() + " " + project.name());
    }

    /** Text from a file, unable to break a line or to steer a terminal. */
    static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{2028}\\x{2029}]+", " ");
    }

    /** The text, or its beginning with an ellipsis, in so many characters. */
    static String shortened(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters - 1)).stripTrailing() + "…";
    }

    /** Whole amounts as the file writes them; parts of a minor unit cut off after four more places. */
    private static String money(PbFile file, Fraction amount) {
        return amount.denominator().equals(BigInteger.ONE)
                ? file.money(amount.numerator().longValueExact())
                : amount.decimal(4).movePointLeft(file.moneyScale()).toPlainString();
    }
}
