package eu.urne.api.desk;

import eu.urne.engine.council.Attribute;
import eu.urne.engine.council.Composition;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.DrawId;
import eu.urne.engine.council.DrawTerms;
import eu.urne.engine.council.Membership;
import eu.urne.engine.roll.EligibilityRule;
import eu.urne.engine.sortition.DrawSpec.Cell;
import eu.urne.engine.sortition.Quota;
import eu.urne.engine.sortition.Shortage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is typed to announce a draw: which attributes make the cells, and how many seats each cell has; or, by quotas,
 * how many members have each value of each attribute. Fields are named by the values.
 *
 * @param typed the fields of the form {@code announce}
 */
record DrawForm(TypedForm typed) {

    /** Name of the form. */
    static final String NAME = "announce";

    /** Attributes that the form has rows for. */
    static final int ROWS = 3;

    /** Cells that the form shows; larger draws are announced over REST. */
    static final int MOST_CELLS = 200;

    private static final String CELL = "cell-";
    private static final int OLDEST = 150;
    private static final Pattern COMMA = Pattern.compile("\\s*[,;\\n]\\s*");
    private static final Pattern SPACE = Pattern.compile("[\\s,;]+");

    /** How the members are composed. */
    enum Kind {
        /** Each cell has its seats. */
        STRATA,
        /** At least and at most so many members have a value; quotas of several attributes overlap. */
        QUOTAS
    }

    /** What becomes of seats for which a cell has too few candidates. */
    enum Shortfall {
        /** They go to the next of all. */
        ALL,
        /** They stay empty. */
        EMPTY
    }

    /**
     * A form for so many seats, from a day on.
     *
     * @param consentBelow the age below which a guardian must consent; null for none
     */
    static DrawForm fresh(CouncilTerms council, int seats, LocalDate from, @Nullable Integer consentBelow) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "seats", String.valueOf(seats),
                "from", from.toString(),
                "until", from.plusMonths(council.termMonths()).toString(),
                "on", from.toString(),
                "kind", Kind.STRATA.name(),
                "short", Shortfall.ALL.name()));
        if (consentBelow != null) {
            fields.put("consentBelow", String.valueOf(consentBelow));
        }
        return of(fields);
    }

    /** What was typed. */
    static DrawForm of(Map<String, String> fields) {
        return new DrawForm(TypedForm.of(NAME, fields));
    }

    /** A cell in the form. */
    record Field(String name, List<String> values) {}

    /**
     * The cells that the attributes make.
     *
     * @throws IllegalArgumentException if they make no sense, or there are too many
     */
    List<Field> cells() {
        List<List<String>> cells = new ArrayList<>(List.of(List.of()));
        for (Attribute attribute : attributes()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> cell : cells) {
                for (String value : attribute.values()) {
                    List<String> values = new ArrayList<>(cell);
                    values.add(value);
                    longer.add(values);
                }
            }
            cells = longer;
            if (cells.size() > MOST_CELLS) {
                throw new IllegalArgumentException("composition: at most " + MOST_CELLS + " cells fit into the form");
            }
        }
        return cells.size() == 1
                ? List.of()
                : cells.stream()
                        .map(values -> new Field(CELL + String.join("_", values), values))
                        .toList();
    }

    /** Whether quotas are typed, not cells. */
    boolean hasQuotas() {
        return typed.line("kind").equals(Kind.QUOTAS.name());
    }

    /** A quota in the form: the fields of its least and its most members. */
    record QuotaField(String least, String most, String attribute, String value) {}

    /** A quota for each value of each attribute. */
    List<QuotaField> quotas() {
        return attributes().stream()
                .flatMap(attribute -> attribute.values().stream()
                        .map(value -> new QuotaField(
                                "least-" + attribute.id() + "_" + value,
                                "most-" + attribute.id() + "_" + value,
                                attribute.id(),
                                value)))
                .toList();
    }

    /** The form with fields for quotas; a little less and more than an equal share where nothing is typed. */
    DrawForm withQuotas() {
        List<QuotaField> quotas = quotas();
        Map<String, String> fields = new HashMap<>(typed.fields());
        fields.remove("more");
        if (quotas.stream()
                .allMatch(quota -> typed.line(quota.least()).isEmpty()
                        && typed.line(quota.most()).isEmpty())) {
            int seats = typed.number("seats", 1, CouncilTerms.MOST_SEATS);
            for (Attribute attribute : attributes()) {
                int share = seats / attribute.values().size();
                for (String value : attribute.values()) {
                    fields.put("least-" + attribute.id() + "_" + value, String.valueOf(Math.max(0, share - 1)));
                    fields.put("most-" + attribute.id() + "_" + value, String.valueOf(Math.min(seats, share + 2)));
                }
            }
        }
        return of(fields);
    }

    private Composition byQuotas(int seats) {
        List<Quota> quotas = new ArrayList<>();
        for (QuotaField field : quotas()) {
            boolean least = !typed.line(field.least()).isEmpty();
            boolean most = !typed.line(field.most()).isEmpty();
            if (least || most) {
                int atLeast = least ? typed.number(field.least(), 0, seats) : 0;
                int atMost = most ? typed.number(field.most(), atLeast, seats) : seats;
                quotas.add(new Quota(field.attribute(), atLeast, atMost, field.value()));
            }
        }
        if (quotas.isEmpty()) {
            throw new IllegalArgumentException("composition: tell at least one quota");
        }
        return new Composition.Quotas(quotas);
    }

    /** The form with a field for each cell; the seats are shared out where none is typed. */
    DrawForm withCells() {
        List<Field> cells = cells();
        Map<String, String> fields = new HashMap<>(typed.fields());
        fields.remove("more");
        boolean fresh = cells.stream().allMatch(cell -> typed.line(cell.name()).isEmpty());
        if (fresh && !cells.isEmpty()) {
            int seats = typed.number("seats", 1, CouncilTerms.MOST_SEATS);
            for (int i = 0; i < cells.size(); i++) {
                int share = seats / cells.size() + (i < seats % cells.size() ? 1 : 0);
                fields.put(cells.get(i).name(), String.valueOf(share));
            }
        }
        return of(fields);
    }

    /**
     * The terms.
     *
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    DrawTerms terms(CouncilTerms council) {
        int seats = typed.number("seats", 1, CouncilTerms.MOST_SEATS);
        return new DrawTerms(
                new DrawId(typed.line("draw")),
                council.council(),
                seats,
                typed.day("from"),
                typed.day("until"),
                who(council.members()),
                attributes(),
                composition(seats),
                typed.line("consentBelow").isEmpty() ? null : typed.number("consentBelow", 1, DrawTerms.OLDEST_CHILD));
    }

    private Composition composition(int seats) {
        if (hasQuotas()) {
            return byQuotas(seats);
        }
        Shortage shortage =
                typed.choice("short", Shortfall.class) == Shortfall.ALL ? new Shortage.All() : new Shortage.Empty();
        List<Attribute> attributes = attributes();
        if (attributes.isEmpty()) {
            return new Composition.Strata(List.of(), List.of(new Cell(seats, List.of())), shortage);
        }
        List<Cell> cells = new ArrayList<>();
        for (Field field : cells()) {
            if (typed.line(field.name()).isEmpty()) {
                throw new IllegalArgumentException("composition: tell the seats of each cell");
            }
            cells.add(new Cell(typed.number(field.name(), 0, seats), field.values()));
        }
        return new Composition.Strata(attributes.stream().map(Attribute::id).toList(), cells, shortage);
    }

    private List<Attribute> attributes() {
        List<Attribute> attributes = new ArrayList<>();
        for (int row = 1; row <= ROWS; row++) {
            String of = "attribute-" + row + "-of";
            String values = typed.line("attribute-" + row + "-values");
            if (typed.line(of).isEmpty() || values.isEmpty()) {
                continue;
            }
            Attribute.Source source = typed.choice(of, Attribute.Source.class);
            String id = typed.line("attribute-" + row + "-id");
            LocalDate on = source == Attribute.Source.AGE ? typed.day("on") : null;
            attributes.add(new Attribute(
                    id.isEmpty() ? TypedForm.nameOf(source.name()) : id,
                    source,
                    on,
                    Arrays.asList(SPACE.split(values))));
        }
        return attributes;
    }

    private EligibilityRule who(Membership members) {
        List<EligibilityRule> places = new ArrayList<>();
        names("residence").ifPresent(names -> places.add(new EligibilityRule.ResidesIn(names)));
        names("studies").ifPresent(names -> places.add(new EligibilityRule.StudiesIn(names)));
        List<EligibilityRule> rules = new ArrayList<>();
        names("groups").ifPresent(names -> rules.add(new EligibilityRule.MemberOf(names)));
        boolean nothing = places.isEmpty() && rules.isEmpty();
        if (nothing && members == Membership.ORGANISATIONS) {
            throw new IllegalArgumentException("groups: say of which group, or in which district, organisations are");
        }
        if (!typed.line("ageFrom").isEmpty() || !typed.line("ageTo").isEmpty() || nothing) {
            int from = typed.line("ageFrom").isEmpty() ? 0 : typed.number("ageFrom", 0, OLDEST);
            @Nullable Integer to = typed.line("ageTo").isEmpty() ? null : typed.number("ageTo", 0, OLDEST);
            rules.add(new EligibilityRule.AgeBetween(from, to, typed.day("on")));
        }
        if (!places.isEmpty()) {
            rules.add(places.size() == 1 ? places.getFirst() : new EligibilityRule.AnyOf(places));
        }
        return rules.size() == 1 ? rules.getFirst() : new EligibilityRule.AllOf(rules);
    }

    private Optional<List<String>> names(String field) {
        List<String> names = COMMA.splitAsStream(typed.text(field))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }
}
