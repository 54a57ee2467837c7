package eu.urne.api.desk;

import eu.urne.engine.log.CanonicalJson;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was typed: its fields are read here, and shown again where it was refused.
 *
 * @param form its name on its page; "" for none
 * @param fields what was typed, by the field's name
 * @param problem the sentence that says what is wrong, beginning with the name of its field; "" for none
 */
public record TypedForm(String form, Map<String, String> fields, String problem) {

    /** No form. */
    public static final TypedForm NONE = new TypedForm("", Map.of(), "");

    /** Up to 2^53 cents have 14 digits before the comma. */
    private static final Pattern MONEY = Pattern.compile("-?[0-9]{1,14}(?:[.,][0-9]{1,2})?");

    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");
    private static final Pattern WRITTEN_DAY = Pattern.compile("([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int MOST_OF_A_NAME = 40;

    /** A copy that nobody can change, without what only the desk reads. */
    public TypedForm {
        Map<String, String> own = new HashMap<>(fields);
        own.remove("_csrf");
        own.remove(DeskArguments.KEY);
        fields = Map.copyOf(own);
    }

    /** A form that is read, or shown for the first time. */
    static TypedForm of(String form, Map<String, String> fields) {
        return new TypedForm(form, fields, "");
    }

    /** The same for another reason. */
    TypedForm refused(String sentence) {
        return new TypedForm(form, fields, sentence);
    }

    /** Whether it is the form of that name. */
    public boolean is(String name) {
        return form.equals(name);
    }

    /** What was typed in a field; "" for nothing. */
    public String of(String field) {
        return Objects.requireNonNullElse(fields.get(field), "");
    }

    /** What was typed in a field of the form of that name; "" for nothing. */
    public String typed(String name, String field) {
        return is(name) ? of(field) : "";
    }

    /** The sentence about a field of the form of that name; "" for none. */
    public String problemOf(String name, String field) {
        boolean about = problem.startsWith(field + ":") || problem.startsWith(field + " ");
        return is(name) && about ? problem : "";
    }

    /** Ids of what describes a field of the form of that name: its hint, and what is wrong; null for neither. */
    public @Nullable String describing(String name, String field, String hint) {
        String id = name + "-" + field;
        String wrong = problemOf(name, field).isEmpty() ? "" : id + "-problem";
        String all = ((hint.isEmpty() ? "" : id + "-hint ") + wrong).strip();
        return all.isEmpty() ? null : all;
    }

    /** One line, without spaces around it. */
    String line(String field) {
        return of(field).strip();
    }

    /** Several lines; browsers send them with CR LF. */
    String text(String field) {
        return of(field).replace("\r\n", "\n").strip();
    }

    /** Whether a box is ticked. */
    boolean isTicked(String field) {
        return !of(field).isEmpty();
    }

    /**
     * Money as it is written, such as {@code 12 500,50}, in cents; null for nothing.
     *
     * @throws IllegalArgumentException if it is no amount, is below 0, or has parts of cents
     */
    @Nullable
    Long cents(String field) {
        Long cents = signedCents(field);
        if (cents != null && (cents < 0 || of(field).contains("-"))) {
            throw noMoney(field);
        }
        return cents;
    }

    /** The same; an amount with a minus sign is below 0. */
    @Nullable
    Long signedCents(String field) {
        String digits = of(field).replace('\u2212', '-').replaceAll("[\\s\\u00a0\\u202f€]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!MONEY.matcher(digits).matches()) {
            throw noMoney(field);
        }
        long cents = new BigDecimal(digits.replace(',', '.')).movePointRight(2).longValueExact();
        if (Math.abs(cents) > CanonicalJson.MAX_INTEGER) {
            throw new IllegalArgumentException(field + ": no more than " + money(CanonicalJson.MAX_INTEGER));
        }
        return cents;
    }

    private static IllegalArgumentException noMoney(String field) {
        return new IllegalArgumentException(
                field + ": an amount such as 12500 or 12500,50, without dots for thousands");
    }

    /** An amount as it could be typed. */
    static String money(long cents) {
        return cents % 100 == 0
                ? Long.toString(cents / 100)
                : BigDecimal.valueOf(cents, 2).toPlainString().replace('.', ',');
    }

    /**
     * A day, as browsers send it or as it is written.
     *
     * @throws IllegalArgumentException if it is none, or nothing was typed
     */
    LocalDate day(String field) {
        String typed = line(field);
        Matcher sent = DAY.matcher(typed);
        Matcher written = WRITTEN_DAY.matcher(typed);
        try {
            if (sent.matches()) {
                return day(sent.group(1), sent.group(2), sent.group(3));
            }
            if (written.matches()) {
                return day(written.group(3), written.group(2), written.group(1));
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + ": a day such as 31/12/2026", e);
        }
        throw new IllegalArgumentException(field + ": a day such as 31/12/2026");
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    /**
     * A time of the day, as browsers send it.
     *
     * @throws IllegalArgumentException if it is none, or nothing was typed
     */
    LocalTime time(String field) {
        try {
            return LocalTime.parse(line(field)).truncatedTo(ChronoUnit.MINUTES);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(field + ": a time such as 18:30", e);
        }
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if it is none, or not within these bounds
     */
    int number(String field, int least, int most) {
        String typed = line(field);
        if (NUMBER.matcher(typed).matches()) {
            int number = Integer.parseInt(typed);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new IllegalArgumentException(field + ": a whole number from " + least + " to " + most);
    }

    /**
     * One of some names.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    <E extends Enum<E>> E choice(String field, Class<E> names) {
        try {
            return Enum.valueOf(names, line(field));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": choose one of the list", e);
        }
    }

    /** An id of letters, digits and hyphens that looks like a title; "" where it has none of them. */
    static String nameOf(String title) {
        String name = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        return name.substring(0, Math.min(name.length(), MOST_OF_A_NAME)).replaceAll("-+$", "");
    }
}
