package eu.urne.engine.budget;

import eu.urne.engine.log.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * What a department found out about a proposal: the sheet of the city's project plans.
 *
 * @param department who studied it
 * @param feasible the verdict
 * @param reason of the verdict, which is published
 * @param cents what it costs; null only where it is not feasible
 */
public record Feasibility(
        String department,
        boolean feasible,
        String reason,
        @Nullable Long cents,
        Sheet sheet) {

    private static final int MAX_REASON = 2_000;

    /** Checks that what is feasible has a cost, and that there is a reason. */
    public Feasibility {
        Texts.checkTitle("department", department);
        Texts.checkText("reason", reason, 1, MAX_REASON);
        if (feasible && cents == null) {
            throw new IllegalArgumentException("cents: what is feasible has a cost");
        }
        if (cents != null && (cents < 0 || cents > CanonicalJson.MAX_INTEGER)) {
            throw new IllegalArgumentException("cents: a cost must be from 0 to 2^53-1 cents, not " + cents);
        }
    }

    /**
     * The further fields of a project sheet, "" where nothing is said.
     *
     * @param partners who takes part besides the one in charge
     * @param funding where the money comes from
     * @param indicator by what its success is measured
     */
    public record Sheet(
            String theme,
            String objective,
            String pillar,
            String inCharge,
            String partners,
            String timing,
            String funding,
            String indicator,
            String risk) {

        private static final int MAX_FIELD = 1_000;

        /** Checks the lengths. */
        public Sheet {
            Texts.checkText("sheet: theme", theme, 0, MAX_FIELD);
            Texts.checkText("sheet: objective", objective, 0, MAX_FIELD);
            Texts.checkText("sheet: pillar", pillar, 0, MAX_FIELD);
            Texts.checkText("sheet: inCharge", inCharge, 0, MAX_FIELD);
            Texts.checkText("sheet: partners", partners, 0, MAX_FIELD);
            Texts.checkText("sheet: timing", timing, 0, MAX_FIELD);
            Texts.checkText("sheet: funding", funding, 0, MAX_FIELD);
            Texts.checkText("sheet: indicator", indicator, 0, MAX_FIELD);
            Texts.checkText("sheet: risk", risk, 0, MAX_FIELD);
        }
    }
}
