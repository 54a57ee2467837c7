package eu.urne.api.site;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Numbers, money and days as the reader's language writes them. Money is a whole number of cents and is never turned
 * into a floating point number. Templates know it as {@code figures}.
 */
public final class Figures {

    private static final String EURO = "EUR";
    private static final char NO_BREAK = '\u00a0';
    private static final char MINUS = '\u2212';
    private static final long CENTS = 100;

    private final ZoneId zone;

    /** Days of this time zone. */
    public Figures(ZoneId zone) {
        this.zone = zone;
    }

    /** A whole number, such as 12 345. */
    public String number(long value) {
        return number(value, LocaleContextHolder.getLocale());
    }

    private static String number(long value, Locale locale) {
        String digits = NumberFormat.getIntegerInstance(locale).format(Math.abs(value));
        return value < 0 ? MINUS + digits : digits;
    }

    /** Euros, without cents where there are none: 5 000 €, 12,50 €. */
    public String money(long cents) {
        return money(cents, EURO);
    }

    /**
     * An amount of money.
     *
     * @param cents may be below 0
     * @param currency ISO 4217
     */
    public String money(long cents, String currency) {
        Locale locale = LocaleContextHolder.getLocale();
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        String sign = currency.equals(EURO) ? "€" : currency;
        long whole = Math.abs(cents / CENTS);
        long rest = Math.abs(cents % CENTS);
        String digits = number(whole, locale);
        if (rest > 0) {
            digits += (english ? "." : ",") + (rest < 10 ? "0" : "") + rest;
        }
        String minus = cents < 0 ? String.valueOf(MINUS) : "";
        boolean before = english && currency.equals(EURO);
        return before ? minus + sign + digits : minus + digits + NO_BREAK + sign;
    }

    /** A number whose last digits stand behind the decimal point. */
    public String decimal(long value, int decimals) {
        if (decimals == 0) {
            return number(value);
        }
        Locale locale = LocaleContextHolder.getLocale();
        long unit = 1;
        for (int i = 0; i < decimals; i++) {
            unit *= 10;
        }
        String behind = String.valueOf(Math.abs(value % unit));
        String point = locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "." : ",";
        String minus = value < 0 ? String.valueOf(MINUS) : "";
        return minus + number(Math.abs(value / unit), locale) + point + "0".repeat(decimals - behind.length()) + behind;
    }

    /** Share of a whole in percent, rounded down; 0 of nothing. */
    public String percent(long part, long whole) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return number(Share.of(part, whole) / 10) + (english ? "%" : NO_BREAK + "%");
    }

    /** A day, such as 3 mai 2026. */
    public String day(LocalDate day) {
        Locale locale = LocaleContextHolder.getLocale();
        boolean first = day.getDayOfMonth() == 1 && locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return day.format(DateTimeFormatter.ofPattern(first ? "d'er' MMMM yyyy" : "d MMMM yyyy", locale));
    }

    /**
     * The day of a moment.
     *
     * @param ms milliseconds since the epoch
     */
    public String day(long ms) {
        return day(LocalDate.ofInstant(Instant.ofEpochMilli(ms), zone));
    }
}
