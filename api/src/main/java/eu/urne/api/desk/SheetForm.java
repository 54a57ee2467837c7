package eu.urne.api.desk;

import eu.urne.engine.budget.Feasibility;
import java.util.List;
import java.util.Map;

/** The form in which a study is typed. */
final class SheetForm {

    /** Name of the form. */
    static final String NAME = "study";

    /** The fields of the city's project sheet, in their order. */
    static final List<String> SHEET =
            List.of("theme", "objective", "pillar", "inCharge", "partners", "timing", "funding", "indicator", "risk");

    private SheetForm() {}

    /** A study that was handed in, as it could be typed again. */
    static TypedForm of(Feasibility study) {
        Feasibility.Sheet sheet = study.sheet();
        Long cents = study.cents();
        return TypedForm.of(
                NAME,
                Map.ofEntries(
                        Map.entry("department", study.department()),
                        Map.entry("feasible", study.feasible() ? "yes" : "no"),
                        Map.entry("reason", study.reason()),
                        Map.entry("cents", cents == null ? "" : TypedForm.money(cents)),
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
    static Feasibility study(TypedForm typed) {
        boolean feasible =
                switch (typed.of("feasible")) {
                    case "yes" -> true;
                    case "no" -> false;
                    default -> throw new IllegalArgumentException("feasible: say whether it can be done");
                };
        return new Feasibility(
                typed.line("department"), feasible, typed.text("reason"), typed.cents("cents"), sheet(typed));
    }

    private static Feasibility.Sheet sheet(TypedForm typed) {
        try {
            return new Feasibility.Sheet(
                    typed.text("theme"),
                    typed.text("objective"),
                    typed.text("pillar"),
                    typed.text("inCharge"),
                    typed.text("partners"),
                    typed.text("timing"),
                    typed.text("funding"),
                    typed.text("indicator"),
                    typed.text("risk"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(String.valueOf(e.getMessage()).replaceFirst("^sheet: ", ""), e);
        }
    }
}
