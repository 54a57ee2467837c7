package eu.urne.api.desk;

import eu.urne.engine.budget.Audience;
import eu.urne.engine.budget.BudgetId;
import eu.urne.engine.budget.BudgetTerms;
import eu.urne.engine.budget.Calendar;
import eu.urne.engine.budget.HouseRules;
import eu.urne.engine.budget.Part;
import eu.urne.engine.budget.Phase;
import eu.urne.engine.budget.RestRule;
import eu.urne.engine.budget.Site;
import eu.urne.engine.budget.Split;
import eu.urne.engine.poll.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What is typed to open a budget. Parts and sites stand in numbered rows, of which empty ones are left out; an id that
 * is left out follows from the title.
 *
 * @param typed the fields of the form {@code open}
 */
record BudgetForm(TypedForm typed) {

    /** Name of the form. */
    static final String NAME = "open";

    /** Rows of parts and of sites that a page shows at most; larger budgets are opened over REST. */
    static final int MOST_ROWS = 100;

    private static final int FIRST_ROWS = 4;
    private static final int MORE_ROWS = 5;
    private static final int MOST_DAYS = 366;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** An empty form. */
    static BudgetForm fresh(ZoneId zone) {
        return new BudgetForm(TypedForm.of(
                NAME,
                Map.of(
                        "audience",
                        Audience.CHILDREN.name(),
                        "currency",
                        "EUR",
                        "split",
                        Split.NONE.name(),
                        "rest",
                        "0",
                        "restRule",
                        RestRule.NONE.name(),
                        "zone",
                        zone.getId(),
                        "fourEyes",
                        "yes",
                        "studyDays",
                        "30")));
    }

    /** What was typed. */
    static BudgetForm of(Map<String, String> fields) {
        return new BudgetForm(TypedForm.of(NAME, fields));
    }

    /** The same with more rows of what {@code more} asks for. */
    BudgetForm withMore() {
        String what = typed.of("more");
        Map<String, String> fields = new HashMap<>(typed.fields());
        fields.remove("more");
        fields.put("rows-" + what, String.valueOf(Math.min(MOST_ROWS, rows(what) + MORE_ROWS)));
        return BudgetForm.of(fields);
    }

    /** How many rows of {@code part} or {@code site} are shown. */
    int rows(String what) {
        String rows = typed.of("rows-" + what);
        return rows.matches("[0-9]{1,3}") ? Math.clamp(Integer.parseInt(rows), FIRST_ROWS, MOST_ROWS) : FIRST_ROWS;
    }

    /**
     * The terms.
     *
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    BudgetTerms terms() {
        BudgetId budget = new BudgetId(typed.line("budget"));
        Audience audience = typed.choice("audience", Audience.class);
        Split split = typed.choice("split", Split.class);
        long amount = needed("amount");
        Long told = typed.cents("rest");
        long rest = told == null ? 0 : told;
        return new BudgetTerms(
                budget,
                typed.line("title"),
                audience,
                new Money(amount, currency()),
                split,
                parts(split, amount, rest),
                rest,
                typed.choice("restRule", RestRule.class),
                sites(),
                calendar(),
                new HouseRules(
                        typed.isTicked("fourEyes"),
                        typed.isTicked("guardianConsent"),
                        typed.isTicked("groupsOnly"),
                        typed.number("studyDays", 1, MOST_DAYS)),
                typed.isTicked("demonstration"));
    }

    private long needed(String field) {
        Long cents = typed.cents(field);
        if (cents == null) {
            throw new IllegalArgumentException(field + ": an amount is needed");
        }
        return cents;
    }

    private String currency() {
        String currency = typed.line("currency");
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("currency: three capital letters, such as EUR");
        }
        return currency;
    }

    /** The parts; a budget that is not split needs none to be typed. */
    private List<Part> parts(Split split, long amount, long rest) {
        List<Part> parts = new ArrayList<>();
        long together = rest;
        for (int row = 1; row <= rows("part"); row++) {
            if (isTyped("part", row, List.of("id", "title", "euros"))) {
                long cents = needed(cell("part", row, "euros"));
                together = Math.addExact(together, cents);
                parts.add(new Part(id("part", row, "title"), typed.line(cell("part", row, "title")), cents));
            }
        }
        if (split == Split.NONE && parts.isEmpty() && rest < amount) {
            return List.of(new Part("all", typed.line("title"), amount - rest));
        }
        if (together != amount) {
            throw new IllegalArgumentException("parts: with the rest they are " + TypedForm.money(together)
                    + " together, the amount is " + TypedForm.money(amount));
        }
        return parts;
    }

    private List<Site> sites() {
        List<Site> sites = new ArrayList<>();
        for (int row = 1; row <= rows("site"); row++) {
            if (isTyped("site", row, List.of("id", "name", "district"))) {
                String district = typed.line(cell("site", row, "district"));
                sites.add(new Site(
                        id("site", row, "name"),
                        typed.line(cell("site", row, "name")),
                        district.isEmpty() ? null : district));
            }
        }
        return sites;
    }

    private boolean isTyped(String what, int row, List<String> columns) {
        return columns.stream()
                .anyMatch(column -> !typed.line(cell(what, row, column)).isEmpty());
    }

    private String id(String what, int row, String from) {
        String id = typed.line(cell(what, row, "id"));
        return id.isEmpty() ? TypedForm.nameOf(typed.line(cell(what, row, from))) : id;
    }

    private static String cell(String what, int row, String column) {
        return what + "-" + row + "-" + column;
    }

    private Calendar calendar() {
        String zone = typed.line("zone");
        try {
            Objects.requireNonNull(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone: there is no such time zone", e);
        }
        Map<Phase, LocalDate> days = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            days.put(phase, typed.day("day-" + phase));
        }
        return new Calendar(zone, days);
    }
}
