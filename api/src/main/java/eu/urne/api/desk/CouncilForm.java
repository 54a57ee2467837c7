package eu.urne.api.desk;

import eu.urne.engine.council.AgendaOrder;
import eu.urne.engine.council.CouncilId;
import eu.urne.engine.council.CouncilTerms;
import eu.urne.engine.council.Membership;
import eu.urne.engine.council.Procedure;
import eu.urne.engine.council.Quorum;
import eu.urne.engine.poll.MotionRule.Majority;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What is typed to establish a council, or to give it other terms.
 *
 * @param typed the fields of the form {@code establish} or {@code revise}
 */
record CouncilForm(TypedForm typed) {

    /** Name of the form for a new council. */
    static final String ESTABLISH = "establish";

    /** Name of the form for other terms. */
    static final String REVISE = "revise";

    private static final int MOST_MONTHS = 120;
    private static final int MOST_DAYS = 60;
    private static final int MOST_OF = 100;
    private static final int MOST_PROXIES = 3;
    private static final int MOST_ABSENCES = 20;

    /** A form with what many councils have. */
    static CouncilForm fresh() {
        Procedure usual =
                new Procedure(10, new Quorum(1, 2), Majority.SIMPLE, false, 1, false, 3, AgendaOrder.ALTERNATE);
        Map<String, String> fields = procedure(usual);
        fields.putAll(Map.of("members", Membership.PERSONS.name(), "seats", "35", "termMonths", "36"));
        return new CouncilForm(TypedForm.of(ESTABLISH, fields));
    }

    /** A form with what a kind of council has. */
    static CouncilForm of(CouncilKinds.Kind kind, String name) {
        Map<String, String> fields = procedure(kind.procedure());
        fields.putAll(Map.of(
                "kind", kind.id(),
                "title", name,
                "members", kind.members().name(),
                "seats", String.valueOf(kind.seats()),
                "termMonths", String.valueOf(kind.termMonths())));
        return new CouncilForm(TypedForm.of(ESTABLISH, fields));
    }

    /** A form with what the council has now. */
    static CouncilForm of(CouncilTerms terms) {
        Map<String, String> fields = procedure(terms.procedure());
        fields.putAll(Map.of(
                "title", terms.title(),
                "seats", String.valueOf(terms.seats()),
                "termMonths", String.valueOf(terms.termMonths())));
        return new CouncilForm(TypedForm.of(REVISE, fields));
    }

    private static Map<String, String> procedure(Procedure procedure) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "notice", String.valueOf(procedure.notice()),
                "share", String.valueOf(procedure.quorum().share()),
                "of", String.valueOf(procedure.quorum().of()),
                "majority", procedure.majority().name(),
                "proxies", String.valueOf(procedure.proxies()),
                "absences", String.valueOf(procedure.absences()),
                "agenda", procedure.agenda().name()));
        if (procedure.casting()) {
            fields.put("casting", "yes");
        }
        if (procedure.remote()) {
            fields.put("remote", "yes");
        }
        return fields;
    }

    /**
     * The terms of a new council.
     *
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    CouncilTerms terms() {
        String district = typed.line("district");
        return new CouncilTerms(
                new CouncilId(typed.line("council")),
                typed.line("title"),
                typed.line("kind"),
                district.isEmpty() ? null : district,
                typed.choice("members", Membership.class),
                seats(),
                months(),
                procedure(),
                typed.isTicked("demonstration"));
    }

    /**
     * These terms instead of others.
     *
     * @throws IllegalArgumentException with one sentence that names the field that makes no sense
     */
    CouncilTerms revised(CouncilTerms earlier) {
        Objects.requireNonNull(earlier);
        return new CouncilTerms(
                earlier.council(),
                typed.line("title"),
                earlier.kind(),
                earlier.district(),
                earlier.members(),
                seats(),
                months(),
                procedure(),
                earlier.demonstration());
    }

    private int seats() {
        return typed.number("seats", 1, CouncilTerms.MOST_SEATS);
    }

    private int months() {
        return typed.number("termMonths", 1, MOST_MONTHS);
    }

    private Procedure procedure() {
        int of = typed.number("of", 1, MOST_OF);
        return new Procedure(
                typed.number("notice", 0, MOST_DAYS),
                new Quorum(typed.number("share", 0, of), of),
                typed.choice("majority", Majority.class),
                typed.isTicked("casting"),
                typed.number("proxies", 0, MOST_PROXIES),
                typed.isTicked("remote"),
                typed.number("absences", 0, MOST_ABSENCES),
                typed.choice("agenda", AgendaOrder.class));
    }
}
