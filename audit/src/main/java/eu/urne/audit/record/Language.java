package eu.urne.audit.record;

import java.util.Locale;
import java.util.Optional;

/** A language in which records are written. */
public enum Language {
    /** French. */
    FRENCH(Locale.FRENCH, '\u00a0', ','),
    /** English. */
    ENGLISH(Locale.ENGLISH, ',', '.');

    private final Locale locale;
    private final char grouping;
    private final char decimal;

    Language(Locale locale, char grouping, char decimal) {
        this.locale = locale;
        this.grouping = grouping;
        this.decimal = decimal;
    }

    /**
     * Finds a language.
     *
     * @param code two letters, {@code fr} or {@code en}
     */
    public static Optional<Language> ofCode(String code) {
        for (Language language : values()) {
            if (language.code().equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** Gives its two letters. */
    public String code() {
        return locale.getLanguage();
    }

    Locale locale() {
        return locale;
    }

    /** What stands between groups of three digits: told here, because the one of the JDK changes with its version. */
    char grouping() {
        return grouping;
    }

    char decimal() {
        return decimal;
    }
}
