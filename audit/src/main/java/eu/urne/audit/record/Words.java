package eu.urne.audit.record;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Sentences, numbers, money and times in one language. */
final class Words {
    private static final int CENTS = 100;
    private static final long PER_MILLE = 1_000;

    private final ResourceBundle bundle;
    private final Language language;
    private final DecimalFormat numbers;

    Words(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "eu.urne.audit.record.record",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(language.grouping());
        this.numbers = new DecimalFormat("#,##0", symbols);
    }

    Language language() {
        return language;
    }

    /** The sentence of a key, with these texts at its numbered places. */
    String say(String key, String... texts) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
    }

    String number(long number) {
        return numbers.format(number);
    }

    /** An amount with its currency; without one where nothing is spent. */
    String money(long cents, @Nullable String currency) {
        String amount = number(cents / CENTS) + language.decimal() + twoDigits(cents % CENTS);
        return currency == null ? amount : amount + "\u00a0" + currency;
    }

    private static String twoDigits(long number) {
        return Long.toString(CENTS + number).substring(1);
    }

    /** A part of a whole with one digit behind the point, rounded down. */
    String percent(long part, long whole) {
        long tenths = Math.multiplyExact(part, PER_MILLE) / whole;
        return say("percent", number(tenths / 10) + language.decimal() + tenths % 10);
    }

    /** A time as people write it, in UTC. */
    String time(long milliseconds) {
        return DateTimeFormatter.ofPattern(say("time"), language.locale())
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochMilli(milliseconds));
    }
}
