package eu.urne.api.desk;

import eu.urne.engine.budget.Feasibility;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A study as it was typed.
 *
 * @param fields by name: {@code department}, {@code feasible} ("yes", "no" or ""), {@code reason}, {@code euros}, and
 *     the fields of the sheet; "" where nothing was typed
 */
public record SheetForm(Map<String, String> fields) {

    /** The fields of the city's project sheet, in their order. */
    static final List<String> SHEET =
            List.of("theme", "objective", "pillar", "inCharge", "partners", "timing", "funding", "indicator", "risk");

    /** Up to 2^53 cents have 14 digits before the comma; more is refused by the study. */
    private static final Pattern EUROS = Pattern.compile("[0-9]{1,14}(?:[.,][0-9]{1,2})?");

    /** A copy that nobody can change. */
    public SheetForm {
        fields = Map.copyOf(fields);
    }

    /** What was typed in a field; "" for nothing. */
    public String of(String field) {
        return Objects.requireNonNullElse(fields.get(field), "");
    }

    /** A study that was handed in, as it could be typed again. */
    static SheetForm of(Feasibility study) {
        Feasibility.Sheet sheet = study.sheet();
        Long cents = study.cents();
        return new SheetForm(Map.ofEntries(
                Map.entry("department", study.department()),
                Map.entry("feasible", study.feasible() ? "yes" : "no"),
                Map.entry("reason", study.reason()),
                Map.entry("euros", cents == null ? "" : euros(cents)),
                Map.entry("theme", sheet.theme()),
                Map.entry("objective", sheet.objective()),
                Map.entry("pillar", sheet.pillar()),
                Map.entry("inCharge", sheet.inCharge()),
                Map.entry("partners", sheet.partners()),
                Map.entry("timing", sheet.timing()),
                Map.entry("funding", sheet.funding()),
                Map.entry("indicator", sheet.indicator()),
                Map.entry("risk", sheet.risk())));
    }

    /**
     * The study.
     *
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    Feasibility study() {
        boolean feasible =
                switch (of("feasible")) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> throw new IllegalArgumentException("feasible: say whether it can be done");
                };
        return new Feasibility(
                of("department").strip(),
                feasible,
                lines("reason"),
                cents(of("euros")),
                new Feasibility.Sheet(
                        lines("theme"),
                        lines("objective"),
                        lines("pillar"),
                        lines("inCharge"),
                        lines("partners"),
                        lines("timing"),
                        lines("funding"),
                        lines("indicator"),
                        lines("risk")));
    }

    /** Browsers send lines with CR LF. */
    private String lines(String field) {
        return of(field).replace("\r\n", "\n").strip();
    }

    /**
     * Euros as they are written, such as {@code 12 500,50}, in cents; null for nothing.
     *
     * @throws IllegalArgumentException if it is no amount, or has parts of cents
     */
    static @Nullable Long cents(String euros) {
        String digits = euros.replaceAll("[\\s\\u00a0\\u202f€]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!EUROS.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    "euros: an amount such as 12500 or 12500,50, without dots for thousands");
        }
        return new BigDecimal(digits.replace(',', '.')).movePointRight(2).longValueExact();
    }

    private static String euros(long cents) {
        return cents % 100 == 0
                ? Long.toString(cents / 100)
                : BigDecimal.valueOf(cents, 2).toPlainString().replace('.', ',');
    }
}
